import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import messages from "../../../../messages/en.json";
import type { Order } from "../rules";
import { PriceSteps } from "./PriceSteps";

const order = {
  currency: "GBP",
  charges: [],
  lines: [],
  owed_amount: 4800,
  on_the_day: true,
  paid_amount: 0,
  payments: [],
  state: "confirmed",
  tax_amount: 800,
  total_amount: 4800,
} as unknown as Order;

const late = [{ id: "l", name: "Regular clean", steps: [], fee_amount: 2000 }];
const promised = [{ state: "pending" }];

it.each([
  [{}, false, "£48.00 to pay on the day"],
  [{}, true, "£48.00 was to be paid on the day"],
  [{ on_the_day: false }, false, "£48.00 is still to be paid."],
  [{ on_the_day: false, paid_amount: 1200, owed_amount: 3600 }, true, "£36.00 is still to be paid."],
  [{ total_amount: 10000, owed_amount: 5000 }, false, "£50.00 to pay on the day"],
  [{ paid_amount: 4800, owed_amount: 0 }, true, "Paid"],
  [{ paid_amount: 30000, total_amount: 36000, owed_amount: 0 }, false, "Paid"],
  [{ owed_amount: 0 }, false, "Nothing is left to pay."],
  [{ state: "cancelled", owed_amount: 0 }, true, "This order is cancelled. You pay nothing."],
  [{ state: "cancelled", owed_amount: 2000, lines: late }, true, "£20.00 is still to be paid."],
  [
    { state: "cancelled", owed_amount: 2000, lines: late },
    true,
    "In place of its price, Regular clean costs",
  ],
  [{ paid_amount: 2000, owed_amount: 0, lines: late }, true, "Paid"],
])("%j, over: %s: %s", (change, over, words) => {
  shown({ ...order, ...change } as Order, over);
  expect(screen.getByText(words)).toBeVisible();
});

it.each([
  ["a bank has still to answer", { payments: promised, owed_amount: 0 }],
  ["it waits for its money", { state: "placed" }],
  ["it is charged by itself", { charges: [{ state: "waiting" }] }],
])("says nothing where %s: another place does", (_, change) => {
  shown({ ...order, ...change } as Order, false);
  expect(screen.queryByText(/paid|to pay/i)).toBeNull();
});

function shown(given: Order, over: boolean) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PriceSteps order={given} over={over} />
    </NextIntlClientProvider>,
  );
}
