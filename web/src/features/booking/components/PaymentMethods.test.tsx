import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import { PaymentMethods } from "./PaymentMethods";

function show(methods: string[], online = false) {
  const onChange = vi.fn();
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <PaymentMethods methods={methods} price="£48" online={online} value={undefined} onChange={onChange} />
    </NextIntlClientProvider>,
  );
  return onChange;
}

describe("ways to pay", () => {
  it("says which it is where there is one, and asks nothing", () => {
    show(["pay_on_site"]);
    expect(screen.getByRole("heading", { name: "Pay on the day" })).toBeVisible();
    expect(screen.getByText(/Pay £48 by card or cash when the work is done\./)).toBeVisible();
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("speaks of no cash for a session on a screen", () => {
    show(["pay_on_site"], true);
    expect(screen.getByText("You pay nothing now, and £48 on the day.")).toBeVisible();
  });

  it("asks where there are several, and chooses none by itself", async () => {
    const onChange = show(["pay_on_site", "card"]);
    const ways = screen.getAllByRole("radio");
    expect(ways).toHaveLength(2);
    for (const way of ways) expect(way).not.toBeChecked();
    await userEvent.click(screen.getByRole("radio", { name: /^Pay now: card or wallet/ }));
    expect(onChange).toHaveBeenCalledWith("card");
  });
});
