// Price rules and coupons as their forms hold them: everything as typed. What is sent is made from it, or said what cannot be.
import { amountOf, type Fault, rateOf, type Texts, wholeOf } from "@/features/catalog/editing";
import type { components } from "@/lib/api/schema";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import { startOfDate } from "@/lib/datetime/day";
import type { IsoDate } from "@/lib/datetime/format";
import { decimalString } from "@/lib/money/money";

type Schemas = components["schemas"];
export type PriceRule = Schemas["PriceRuleOut"];
export type RuleBody = Schemas["PriceRuleIn"];
export type When = PriceRule["when"];
export type Effect = PriceRule["effect"];
export type Coupon = Schemas["CouponOut"];
export type CouponBody = Schemas["CouponIn"];
export type OwnCoupon = Schemas["OwnCouponOut"];
export type Bringing = Schemas["BringingOut"];
export type Referral = Schemas["ReferralOut"];
export type Trial = Schemas["PriceTrialOut"];
export type TrialBody = Schemas["PriceTrialIn"];

export const RHYTHMS = [
  "once",
  "weekly",
  "fortnightly",
  "three_weekly",
  "four_weekly",
  "monthly",
  "seldom",
] as const satisfies readonly Schemas["Rhythm"][];
export type Rhythm = (typeof RHYTHMS)[number];

export const EFFECTS = ["percent", "amount", "each", "table"] as const;
export const MEASURES = ["answer", "seats", "minutes"] as const;
export type EffectKind = (typeof EFFECTS)[number];
export type Measure = (typeof MEASURES)[number];
export type TableRow = { key: string; amount: string };

/** Conditions that are a whole number or nothing. */
export const COUNTS = [
  "lead_least_hours",
  "lead_below_hours",
  "seats_least",
  "seats_most",
  "minutes_least",
  "minutes_most",
  "answer_least",
  "answer_most",
] as const;
export type Count = (typeof COUNTS)[number];

export type RuleDraft = {
  businessId: string;
  name: Texts;
  position: string;
  serviceIds: string[];
  categoryIds: string[];
  weekdays: number[];
  from: string;
  until: string;
  firstOn: string;
  lastOn: string;
  areas: string;
  rhythms: Rhythm[];
  counts: Record<Count, string>;
  askedQuestion: string;
  answers: string[];
  kind: EffectKind;
  less: boolean;
  percent: string;
  amount: string;
  perSeat: boolean;
  measure: Measure;
  question: string;
  included: string;
  unit: string;
  rows: TableRow[];
};

export type Made<Body> = { body: Body; faults: Record<string, Fault> };

const noCounts = Object.fromEntries(COUNTS.map((name) => [name, ""])) as Record<Count, string>;

export function emptyRule(businessId: string): RuleDraft {
  return {
    businessId,
    name: {},
    position: "0",
    serviceIds: [],
    categoryIds: [],
    weekdays: [],
    from: "",
    until: "",
    firstOn: "",
    lastOn: "",
    areas: "",
    rhythms: [],
    counts: noCounts,
    askedQuestion: "",
    answers: [],
    kind: "percent",
    less: false,
    percent: "",
    amount: "",
    perSeat: false,
    measure: "answer",
    question: "",
    included: "0",
    unit: "1",
    rows: [{ key: "", amount: "" }],
  };
}

export function draftOfRule(rule: PriceRule): RuleDraft {
  const { when, effect, currency } = rule;
  const change = effect.kind === "percent" ? (effect.percent_bp ?? 0) : (effect.amount ?? 0);
  const rows = effect.rows ?? [];
  return {
    businessId: rule.business_id,
    name: rule.name,
    position: String(rule.position),
    serviceIds: rule.service_ids,
    categoryIds: rule.category_ids,
    weekdays: when.weekdays ?? [],
    from: clockOf(when.from_minute),
    until: clockOf(when.until_minute),
    firstOn: when.first_on ?? "",
    lastOn: when.last_on ?? "",
    areas: (when.areas ?? []).join(", "),
    rhythms: when.rhythms ?? [],
    counts: Object.fromEntries(COUNTS.map((name) => [name, String(when[name] ?? "")])) as Record<
      Count,
      string
    >,
    askedQuestion: when.question ?? "",
    answers: when.answers ?? [],
    kind: effect.kind,
    less: change < 0,
    percent: effect.percent_bp ? percentText(Math.abs(effect.percent_bp)) : "",
    amount: effect.amount ? decimalString({ amount: Math.abs(effect.amount), currency }) : "",
    perSeat: effect.per_seat ?? false,
    measure: effect.measure ?? "answer",
    question: effect.question ?? "",
    included: String(effect.included ?? 0),
    unit: String(effect.unit ?? 1),
    rows:
      rows.length === 0
        ? [{ key: "", amount: "" }]
        : rows.map(({ key, amount }) => ({ key, amount: decimalString({ amount, currency }) })),
  };
}

/** What is sent, and by the server's name of the field what nobody could send. */
export function bodyOfRule(draft: RuleDraft, currency: string): Made<RuleBody> {
  const faults: Record<string, Fault> = {};
  const needed = (field: string, value: number | null, fault: Fault) => {
    if (value === null) faults[field] = fault;
    return value ?? 0;
  };
  const count = (name: Count) =>
    draft.counts[name].trim() === "" ? null : needed(`when.${name}`, wholeOf(draft.counts[name]), "number");
  const when: RuleBody["when"] = {
    weekdays: draft.weekdays,
    from_minute: minuteOf(draft.from),
    // Midnight ends a day.
    until_minute: draft.until === "00:00" ? 24 * 60 : minuteOf(draft.until),
    first_on: draft.firstOn || null,
    last_on: draft.lastOn || null,
    areas: draft.areas.split(/[\s,;]+/).filter(Boolean),
    rhythms: draft.rhythms,
    ...(Object.fromEntries(COUNTS.map((name) => [name, count(name)])) as Record<Count, number | null>),
    question: draft.askedQuestion || null,
    answers: draft.askedQuestion ? draft.answers : [],
  };
  return {
    body: {
      business_id: draft.businessId,
      name: draft.name,
      position: needed("position", wholeOf(draft.position), "number"),
      service_ids: draft.serviceIds,
      category_ids: draft.categoryIds,
      when,
      effect: effectOf(draft, currency, needed),
    },
    faults,
  };
}

type Needed = (field: string, value: number | null, fault: Fault) => number;

function effectOf(draft: RuleDraft, currency: string, needed: Needed): RuleBody["effect"] {
  const sign = draft.less ? -1 : 1;
  const plain = {
    kind: draft.kind,
    percent_bp: 0,
    amount: 0,
    per_seat: draft.kind !== "percent" && draft.perSeat,
    measure: draft.measure,
    question: null,
    included: 0,
    unit: 1,
    rows: [],
  };
  if (draft.kind === "percent")
    return { ...plain, percent_bp: sign * needed("effect.percent_bp", rateOf(draft.percent), "number") };
  const question = draft.measure === "answer" ? draft.question || null : null;
  if (draft.kind === "table")
    return {
      ...plain,
      question,
      rows: draft.rows.map(({ key, amount }, index) => ({
        key: key.trim(),
        amount: needed(`effect.rows.${index}.amount`, signedAmount(amount, currency), "amount"),
      })),
    };
  const amount = sign * needed("effect.amount", amountOf(draft.amount, currency), "amount");
  if (draft.kind === "amount") return { ...plain, amount };
  return {
    ...plain,
    amount,
    question,
    included: needed("effect.included", wholeOf(draft.included), "number"),
    unit: needed("effect.unit", wholeOf(draft.unit), "number"),
  };
}

/** "-12.50" too. */
export function signedAmount(typed: string, currency: string): number | null {
  const plain = typed.trim().replace(/^[−-]/, "");
  const amount = amountOf(plain, currency);
  if (amount === null) return null;
  return plain === typed.trim() ? amount : 0 - amount;
}

/** "09:30" of 570; the end of a day is its midnight. */
export function clockOf(minute: number | null | undefined): string {
  if (minute === null || minute === undefined) return "";
  const pair = (value: number) => String(value).padStart(2, "0");
  return `${pair(Math.floor(minute / 60) % 24)}:${pair(minute % 60)}`;
}

export function minuteOf(clock: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(clock);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** "17.5" of 1750 hundredths of a percent. */
export const percentText = (bp: number): string => String(bp / 100);

export type CouponDraft = {
  businessId: string;
  customerId: string | null;
  code: string;
  name: Texts;
  byPercent: boolean;
  percent: string;
  amount: string;
  most: string;
  fromEach: boolean;
  combines: boolean;
  serviceIds: string[];
  categoryIds: string[];
  neverIds: string[];
  minimum: string;
  /** Days on the business's clock, both counted. */
  firstOn: string;
  lastOn: string;
  limit: string;
  customerLimit: string;
  firstOnly: boolean;
};

export function emptyCoupon(businessId: string, customerId: string | null = null): CouponDraft {
  return {
    businessId,
    customerId,
    code: "",
    name: {},
    byPercent: true,
    percent: "",
    amount: "",
    most: "",
    fromEach: false,
    combines: true,
    serviceIds: [],
    categoryIds: [],
    neverIds: [],
    minimum: "",
    firstOn: "",
    lastOn: "",
    limit: "",
    customerLimit: "",
    firstOnly: false,
  };
}

export function draftOfCoupon(coupon: Coupon, zone: string): CouponDraft {
  const { currency } = coupon;
  const money = (amount: number | null) => (amount ? decimalString({ amount, currency }) : "");
  const day = (at: string) => dateIn(zone, new Date(at));
  return {
    businessId: coupon.business_id,
    customerId: coupon.customer_id,
    code: coupon.code,
    name: coupon.name,
    byPercent: coupon.percent_bp > 0,
    percent: coupon.percent_bp ? percentText(coupon.percent_bp) : "",
    amount: money(coupon.amount),
    most: money(coupon.most_amount),
    fromEach: coupon.from_each,
    combines: coupon.combines,
    serviceIds: coupon.service_ids,
    categoryIds: coupon.category_ids,
    neverIds: coupon.never_ids,
    minimum: money(coupon.minimum_amount),
    firstOn: coupon.starts_at ? day(coupon.starts_at) : "",
    lastOn: coupon.ends_at ? addDays(day(coupon.ends_at), -1) : "",
    limit: String(coupon.limit ?? ""),
    customerLimit: String(coupon.customer_limit ?? ""),
    firstOnly: coupon.first_order_only,
  };
}

export function bodyOfCoupon(draft: CouponDraft, currency: string, zone: string): Made<CouponBody> {
  const faults: Record<string, Fault> = {};
  const read = (field: string, typed: string, value: number | null, fault: Fault, empty: number | null) => {
    if (typed.trim() === "") return empty;
    if (value === null) faults[field] = fault;
    return value;
  };
  const money = (field: string, typed: string, empty: number | null) =>
    read(field, typed, amountOf(typed, currency), "amount", empty);
  const whole = (field: string, typed: string) => read(field, typed, wholeOf(typed), "number", null);
  const starts = (date: IsoDate) => (date ? startOfDate(date, zone) : null);
  const percent = draft.byPercent
    ? (read("percent_bp", draft.percent, rateOf(draft.percent), "number", null) ?? 0)
    : 0;
  const amount = draft.byPercent ? 0 : (money("amount", draft.amount, null) ?? 0);
  if (draft.byPercent && percent === 0) faults.percent_bp = "number";
  if (!draft.byPercent && amount === 0) faults.amount = "amount";
  return {
    body: {
      business_id: draft.businessId,
      customer_id: draft.customerId,
      code: draft.code,
      name: draft.name,
      percent_bp: percent,
      amount,
      most_amount: draft.byPercent ? money("most_amount", draft.most, null) : null,
      from_each: draft.fromEach,
      combines: draft.combines,
      service_ids: draft.serviceIds,
      category_ids: draft.categoryIds,
      never_ids: draft.neverIds,
      minimum_amount: money("minimum_amount", draft.minimum, 0) ?? 0,
      starts_at: starts(draft.firstOn),
      ends_at: draft.lastOn ? starts(addDays(draft.lastOn, 1)) : null,
      limit: whole("limit", draft.limit),
      customer_limit: whole("customer_limit", draft.customerLimit),
      first_order_only: draft.firstOnly,
    },
    faults,
  };
}
