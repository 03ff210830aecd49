import { expect, it } from "vitest";
import {
  bodyOfCoupon,
  bodyOfRule,
  type Coupon,
  clockOf,
  draftOfCoupon,
  draftOfRule,
  emptyCoupon,
  emptyRule,
  minuteOf,
  type PriceRule,
  signedAmount,
} from "./rules";

const empty = { position: 0, service_ids: [], category_ids: [], archived_at: null, revision: 1 };
const plain = {
  percent_bp: 0,
  amount: 0,
  per_seat: false,
  measure: "answer",
  included: 0,
  unit: 1,
} as const;
const rule: PriceRule = {
  ...empty,
  id: "r",
  business: "valclean",
  business_id: "b",
  currency: "GBP",
  name: { en: "Weekend" },
  when: {
    weekdays: [5, 6],
    from_minute: 22 * 60,
    until_minute: 24 * 60,
    areas: ["SW1"],
    lead_below_hours: 24,
  },
  effect: { ...plain, kind: "percent", percent_bp: -1750 },
};

it("keeps a rule as it is through its form", () => {
  const draft = draftOfRule(rule);
  expect([draft.percent, draft.less, draft.from, draft.until]).toEqual(["17.5", true, "22:00", "00:00"]);
  const { body, faults } = bodyOfRule(draft, "GBP");
  expect(faults).toEqual({});
  expect(body.when).toMatchObject({
    weekdays: [5, 6],
    from_minute: 1320,
    until_minute: 1440,
    areas: ["SW1"],
  });
  expect(body.when).toMatchObject({ lead_below_hours: 24, lead_least_hours: null, seats_least: null });
  expect(body.effect).toMatchObject({ kind: "percent", percent_bp: -1750, amount: 0, question: null });
});

it("keeps a table as it is, also what makes it less", () => {
  const effect = { ...plain, kind: "table" as const, question: "q", rows: [{ key: "3", amount: -1250 }] };
  const { body } = bodyOfRule(draftOfRule({ ...rule, effect }), "GBP");
  expect(body.effect).toMatchObject({ question: "q", rows: [{ key: "3", amount: -1250 }] });
});

it("says by field what cannot be sent", () => {
  const draft = emptyRule("b");
  expect(bodyOfRule(draft, "GBP").faults).toEqual({ "effect.percent_bp": "number" });
  const each = { ...draft, kind: "each" as const, amount: "a lot", included: "x" };
  const counts = { ...draft.counts, seats_least: "two" };
  expect(bodyOfRule({ ...each, counts }, "GBP").faults).toEqual({
    "effect.amount": "amount",
    "effect.included": "number",
    "when.seats_least": "number",
  });
  const table = { ...draft, kind: "table" as const, rows: [{ key: "1", amount: "" }] };
  expect(bodyOfRule(table, "GBP").faults).toEqual({ "effect.rows.0.amount": "amount" });
});

it("reads amounts below nothing, and clocks", () => {
  expect(["-12.50", "−3", "4,5", "--1", ""].map((typed) => signedAmount(typed, "GBP"))).toEqual([
    -1250,
    -300,
    450,
    null,
    null,
  ]);
  expect([clockOf(570), clockOf(1440), clockOf(null)]).toEqual(["09:30", "00:00", ""]);
  expect([minuteOf("09:30"), minuteOf("")]).toEqual([570, null]);
});

const coupon: Coupon = {
  ...empty,
  id: "c",
  business: "valclean",
  business_id: "b",
  currency: "GBP",
  code: "WELCOME10",
  name: {},
  percent_bp: 1000,
  amount: 0,
  most_amount: 2000,
  from_each: false,
  combines: false,
  never_ids: ["s"],
  minimum_amount: 0,
  starts_at: "2026-06-01T00:00:00+01:00",
  ends_at: "2026-07-01T00:00:00+01:00",
  limit: 100,
  customer_limit: null,
  customer_id: null,
  customer_name: "",
  first_order_only: true,
  uses: 3,
  given_amount: 900,
};

it("keeps a coupon as it is through its form, whole days on the business's clock", () => {
  const draft = draftOfCoupon(coupon, "Europe/London");
  expect([draft.firstOn, draft.lastOn, draft.most]).toEqual(["2026-06-01", "2026-06-30", "20.00"]);
  const { body, faults } = bodyOfCoupon(draft, "GBP", "Europe/London");
  expect(faults).toEqual({});
  expect(body).toMatchObject({ percent_bp: 1000, most_amount: 2000, limit: 100, customer_limit: null });
  expect([body.starts_at, body.ends_at]).toEqual(["2026-05-31T23:00:00.000Z", "2026-06-30T23:00:00.000Z"]);
});

it("wants a percentage or an amount", () => {
  const draft = emptyCoupon("b");
  expect(bodyOfCoupon(draft, "GBP", "UTC").faults).toEqual({ percent_bp: "number" });
  expect(bodyOfCoupon({ ...draft, byPercent: false, limit: "?" }, "GBP", "UTC").faults).toEqual({
    amount: "amount",
    limit: "number",
  });
});
