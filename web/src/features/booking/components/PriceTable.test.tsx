import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import messages from "../../../../messages/en.json";
import { PriceTable } from "./PriceTable";

it("has words for every step, also for what one person takes more or less", () => {
  const step = { quantity: 1, unit_amount: 0 };
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PriceTable
        steps={[
          { ...step, kind: "base", label: "Career hour", amount: 9000 },
          { ...step, kind: "staff", label: "", amount: 2000 },
          { ...step, kind: "staff", label: "", amount: -500 },
          { ...step, kind: "rule", label: "Saturday", amount: 1800, percent_bp: 2_000 },
          { ...step, kind: "coupon", label: "WELCOME10", amount: -1050, percent_bp: -1_050 },
          { ...step, kind: "rule", label: "Each bedroom", quantity: 3, amount: 4500 },
          { ...step, kind: "tax", label: "", amount: 900 },
        ]}
        total={10500}
        currency="GBP"
      />
    </NextIntlClientProvider>,
  );
  expect(screen.getByRole("row", { name: "More for this person £20.00" })).toBeVisible();
  expect(screen.getByRole("row", { name: "Saturday (+20%) £18.00" })).toBeVisible();
  expect(screen.getByRole("row", { name: "WELCOME10 (-10.5%) -£10.50" })).toBeVisible();
  expect(screen.getByRole("row", { name: "3 × Each bedroom £45.00" })).toBeVisible();
  expect(screen.getByRole("row", { name: "VAT £9.00" })).toBeVisible();
  expect(screen.getByRole("row", { name: /^Less for this person / })).toBeVisible();
});
