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

it.each([
  [{}, false, "£48.00 to pay on the day"],
  [{}, true, "£48.00 was to be paid on the day"],
  [{ paid_amount: 4800 }, true, "Paid"],
  [{ state: "cancelled" }, true, "This order is cancelled. You pay nothing."],
])("%j, over: %s: %s", (change, over, words) => {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PriceSteps order={{ ...order, ...change } as Order} over={over} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText(words)).toBeVisible();
});
