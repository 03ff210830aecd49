import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it, vi } from "vitest";
import type { Order } from "@/features/orders/rules";
import type { Reader } from "@/features/subscriptions/rules";
import messages from "../../../../messages/en.json";

vi.mock("@/lib/i18n/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("@/components/ui/Toast", () => ({ useToast: () => vi.fn() }));

import { Charges } from "./Charges";
import { PaidList } from "./PaidList";

const AT = "2026-03-04T10:00:00Z";
const payment = (state: string, ...refunds: string[]) => ({
  id: state,
  method: "card",
  amount: 5000,
  currency: "GBP",
  state,
  paid_with: "Visa 4242",
  tip_amount: 0,
  captured_at: AT,
  refunds: refunds.map((each) => ({ id: each, amount: 2000, state: each, asked_at: AT, note: "" })),
});
const charge = (state: string, decline: string, method: string) => ({
  id: state,
  due_at: AT,
  amount: 6000,
  state,
  tries: 1,
  next_try_at: AT,
  decline,
  method,
  line_ids: [],
});

function show(reader: Reader, order: object) {
  const whole = { currency: "GBP", charged_by: "", charges: [], payments: [], ...order } as unknown as Order;
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <PaidList order={whole} zone="Europe/London" reader={reader} />
      <Charges order={whole} zone="Europe/London" reader={reader} />
    </NextIntlClientProvider>,
  );
  return document.body.textContent ?? "";
}

const ALL = {
  payments: [payment("captured", "done", "failed"), payment("pending")],
  charges: [charge("waiting", "", "")],
};

it("tells the customer what they get, and that they hear of us", () => {
  const words = show("customer", ALL);
  expect(words).toContain("£20.00 goes back to you");
  expect(words).toContain("We will get in touch.");
  expect(words).toContain("your bank is still to answer");
  expect(words).toContain("We will send you a link to pay it.");
});

it.each(["customer", "team"] as const)("tells the %s that a debit takes days", (reader) => {
  const words = show(reader, { payments: [{ ...payment("pending"), method: "bank_debit" }] });
  expect(words).toContain("by bank debit is on its way. It takes a few working days.");
  expect(words).not.toContain("still to answer");
});

it("tells the team of the customer", () => {
  const words = show("team", ALL);
  expect(words).toContain("£20.00 goes back to the customer");
  expect(words).toContain("could not be sent back to the customer");
  expect(words).toContain("the customer’s bank is still to answer");
  expect(words).toContain("The customer is then sent a link to pay it.");
  expect(words).not.toMatch(/\byou\b|\byour\b|\bWe will\b/);
});

it.each([
  [
    "customer",
    "insufficient_funds",
    "There was not enough money in the account for the debit. Pay in another way.",
  ],
  ["customer", "other", "Your bank did not pay the debit. Pay in another way."],
  ["team", "other", "Tried one time: the bank did not pay the debit."],
] as const)("says nothing of a card to the %s where a debit was not paid: %s", (reader, decline, words) => {
  const said = show(reader, { charges: [charge("failed", decline, "bank_debit")] });
  expect(screen.getByText(words)).toBeVisible();
  expect(said).not.toMatch(/card/i);
});
