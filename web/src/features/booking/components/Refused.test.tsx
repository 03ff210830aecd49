import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it, vi } from "vitest";
import type { Problem } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import type { Journey } from "../hooks";

vi.mock("@/lib/i18n/navigation", () => ({ useRouter: () => ({}), Link: () => null }));

import { Refused } from "./Refused";
import { refusalOf } from "./useBook";

const coupon = { code: "SPRING", reason: "", amount: 500, missing_amount: 0, currency: "GBP" };
const below = { ...coupon, reason: "below_minimum", amount: 0, missing_amount: 1250 };

/** What the payment step says of a refusal, the basket being as it is read after it. */
async function told(code: string, extra: object, read: object) {
  const journey = {
    basket: { coupon },
    refresh: async () => ({ currency: "GBP", ...read }),
  } as unknown as Journey;
  const refusal = await refusalOf({ code, extra } as unknown as Problem, {}, journey);
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <Refused refusal={refusal} price="£40" />
    </NextIntlClientProvider>,
  );
}

it("says how much is missing to a code that does not fit any more", async () => {
  await told("price_changed", { total_amount: 4000, currency: "GBP" }, { coupon: below });
  expect(screen.getByText("SPRING cannot be used")).toBeVisible();
  expect(screen.getByText("It can be used from £12.50 more.")).toBeVisible();
});

it("says it where the server refuses the code itself", async () => {
  const extra = { coupon: "SPRING", reason: "below_minimum", missing_amount: 1250, currency: "GBP" };
  await told("coupon_not_applicable", extra, {});
  expect(screen.getByText("It can be used from £12.50 more.")).toBeVisible();
});

it("says another reason without an amount", async () => {
  const extra = { coupon: "SPRING", reason: "used_up", missing_amount: 0, currency: "" };
  await told("coupon_not_applicable", extra, {});
  expect(screen.getByText("It has been used as often as it could be.")).toBeVisible();
});
