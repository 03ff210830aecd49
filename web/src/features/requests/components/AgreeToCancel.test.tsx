import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { TeamRequest } from "../rules";
import { AgreeToCancel } from "./AgreeToCancel";

const { fetchRequestMoney, acceptCancel } = vi.hoisted(() => ({
  fetchRequestMoney: vi.fn(),
  acceptCancel: vi.fn(),
}));
vi.mock("../api", () => ({ fetchRequestMoney, acceptCancel }));

const policy = {
  refund_amount: 2000,
  fee_amount: 2000,
  owed_amount: 0,
  charged_to: "",
  waived_amount: 0,
  least_amount: 2000,
  most_amount: 4000,
  paid_amount: 4000,
  currency: "GBP",
  by_law: false,
  ways: [{ method: "card", amount: 2000 }],
  kept: null,
  token: "policy",
  as_of: "2026-12-01T09:00:00Z",
  visit_returns: null,
};
const given = (amount: number) => ({
  ...policy,
  refund_amount: amount,
  fee_amount: 4000 - amount,
  waived_amount: amount - 2000,
  ways: [{ method: "card", amount }],
  token: `back ${amount}`,
});
const request = { id: "r", revision: 1 } as TeamRequest;

function show() {
  const onDone = vi.fn();
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <AgreeToCancel request={request} name="Nora" onBack={vi.fn()} onDone={onDone} />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return onDone;
}

const yes = () => screen.getByRole("button", { name: "Cancel the visit" });

describe("saying yes to calling a visit off", () => {
  beforeEach(() => {
    vi.clearAllMocks();
    fetchRequestMoney.mockImplementation(async (_: string, back: string, amount: number) =>
      back === "policy" ? policy : given(back === "all" ? 4000 : amount),
    );
  });

  it("begins with what was agreed when it was booked, and sends exactly that", async () => {
    const onDone = show();
    expect(await screen.findByText("It costs £20.00.", {}, { timeout: 10_000 })).toBeVisible();
    expect(screen.getByText("£20.00 goes back to the card.")).toBeVisible();
    await userEvent.click(yes());
    expect(acceptCancel).toHaveBeenCalledWith(request, "policy", 0, policy);
    await waitFor(() => expect(onDone).toHaveBeenCalled());
  }, 20_000);

  it("names what is let go", async () => {
    show();
    await userEvent.click(await screen.findByRole("radio", { name: /All that was paid/ }));
    expect(await screen.findByText("You let go £20.00 that was agreed when it was booked.")).toBeVisible();
    await userEvent.click(yes());
    expect(acceptCancel).toHaveBeenCalledWith(request, "all", 0, given(4000));
  }, 20_000);

  it("takes an amount within its bounds only", async () => {
    show();
    await userEvent.click(await screen.findByRole("radio", { name: /Another amount/ }));
    const field = screen.getByRole("textbox");
    await userEvent.type(field, "45");
    await userEvent.click(yes());
    expect(acceptCancel).not.toHaveBeenCalled();
    expect(screen.getByText("Type an amount from £20.00 to £40.00.")).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, "25.01");
    expect(await screen.findByText("You let go £5.01 that was agreed when it was booked.")).toBeVisible();
    await userEvent.click(yes());
    expect(acceptCancel).toHaveBeenCalledWith(request, "amount", 2501, given(2501));
  }, 20_000);
});
