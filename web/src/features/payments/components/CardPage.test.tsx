import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ProblemError } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";

const mocks = vi.hoisted(() => ({
  openPage: vi.fn(),
  checkPayment: vi.fn(),
  mountFields: vi.fn(),
  goTo: vi.fn(),
}));
const { openPage, checkPayment, mountFields, goTo } = mocks;
vi.mock("../api", () => ({ openPage: mocks.openPage, checkPayment: mocks.checkPayment }));
vi.mock("../within", () => ({ mountFields: mocks.mountFields }));
vi.mock("@/lib/leaving", () => ({ goTo: mocks.goTo }));
vi.mock("@/lib/i18n/navigation", () => ({ getPathname: ({ href }: { href: string }) => href }));

import { CardPage } from "./CardPage";

const within = {
  script: "https://s.example/stripe.js",
  publishable_key: "pk_test_1",
  client_secret: "cs_secret_1",
};
const page = { payment_id: "p1", url: "https://we/pay/card/", amount: 4800, currency: "GBP", within };
const fields = { pay: vi.fn(), destroy: vi.fn() };

function show() {
  return render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <CardPage payment="p1" />
    </NextIntlClientProvider>,
  );
}

const refusal = (code: string) =>
  new ProblemError({ status: 409, code, title: code, reference: "", fields: {}, extra: {} } as never);

beforeEach(() => {
  vi.clearAllMocks();
  window.sessionStorage.clear();
  window.location.hash = "#VAL-1.token";
  openPage.mockResolvedValue(page);
  mountFields.mockResolvedValue(fields);
});

describe("a card paid with within our page", () => {
  it("is opened as the order's holder and paid once however often it is pressed", async () => {
    fields.pay.mockResolvedValue("paid");
    show();
    const button = await screen.findByRole("button", { name: "Pay £48.00" });
    expect(openPage).toHaveBeenCalledExactlyOnceWith("VAL-1", "card", false, "token");
    expect(mountFields).toHaveBeenCalledWith(within, expect.any(HTMLElement), "en");
    await userEvent.dblClick(button);
    await waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith("/pay/?payment=p1"));
    expect(fields.pay).toHaveBeenCalledTimes(1);
    expect(document.body.innerHTML).not.toContain("cs_secret_1");
  });

  it("says in our words why a bank said no, and takes another card", async () => {
    fields.pay.mockResolvedValueOnce("declined").mockResolvedValueOnce("incomplete");
    checkPayment.mockResolvedValue({ state: "open", decline: "insufficient_funds", order_state: "placed" });
    show();
    const button = await screen.findByRole("button", { name: "Pay £48.00" });
    await userEvent.click(button);
    expect(await screen.findByRole("alert")).toHaveTextContent("There was not enough money on the card.");
    await userEvent.click(button);
    expect(await screen.findByText(/Look at what is marked/)).toBeVisible();
    expect(goTo).not.toHaveBeenCalled();
  });

  it("goes on where the payment has come to its end elsewhere", async () => {
    fields.pay.mockResolvedValue("incomplete");
    checkPayment.mockResolvedValue({ state: "captured", decline: "", order_state: "confirmed" });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Pay £48.00" }));
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("/pay/?payment=p1"));
  });

  it("leads to the company's page where its part does not come up", async () => {
    mountFields.mockRejectedValue(new Error("blocked"));
    show();
    expect(await screen.findByRole("alert")).toHaveTextContent("The card fields did not load");
    expect(screen.queryByRole("button", { name: "Pay £48.00" })).toBeNull();
    openPage.mockResolvedValue({ ...page, payment_id: "p2", url: "https://company/c/pay", within: null });
    await userEvent.click(screen.getByRole("button", { name: /payment company’s page instead/ }));
    expect(openPage).toHaveBeenLastCalledWith("VAL-1", "card", false, "token", true);
    expect(goTo).toHaveBeenCalledWith("https://company/c/pay");
  });

  it("goes where the payment is taken, or was, when it is not here", async () => {
    openPage.mockResolvedValueOnce({ ...page, url: "https://company/c/pay", within: null });
    show();
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("https://company/c/pay"));
    openPage.mockRejectedValueOnce(refusal("nothing_due"));
    show();
    await waitFor(() => expect(goTo).toHaveBeenCalledWith("/pay/?payment=p1"));
    expect(mountFields).not.toHaveBeenCalled();
  });

  it("asks nobody without an order", async () => {
    window.location.hash = "";
    show();
    expect(await screen.findByText(/Go back to the window where you booked/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Find my booking" })).toHaveAttribute("href", "/track/");
    expect(openPage).not.toHaveBeenCalled();
  });
});
