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
  paid_amount: 0,
  state: "confirmed",
  tax_amount: 800,
  total_amount: 4800,
} as unknown as Order;

const late = [{ id: "l", name: "Regular clean", steps: [], fee_amount: 2000 }];

it.each([
  [{}, false, "£48.00 to pay on the day"],
  [{}, true, "£48.00 was to be paid on the day"],
  [{ paid_amount: 4800 }, true, "Paid"],
  [{ state: "cancelled" }, true, "This order is cancelled. You pay nothing."],
  [{ state: "cancelled", owed_amount: 2000, lines: late }, true, "£20.00 is still to be paid."],
  [
    { state: "cancelled", owed_amount: 2000, lines: late },
    true,
    "In place of its price, Regular clean costs",
  ],
  [{ paid_amount: 2000, owed_amount: 0, lines: late }, true, "Paid"],
])("%j, over: %s: %s", (change, over, words) => {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PriceSteps order={{ ...order, ...change } as Order} over={over} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText(words)).toBeVisible();
});
