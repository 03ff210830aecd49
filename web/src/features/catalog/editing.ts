// A service as its form holds it: everything as typed. What is sent is made from it, or said what cannot be.
import type { components } from "@/lib/api/schema";
import { decimalString, minorDigits } from "@/lib/money/money";

type Schemas = components["schemas"];
export type Texts = Record<string, string>;
export type EditedService = Schemas["EditedServiceOut"];
export type ServiceRow = Schemas["ServiceRowOut"];
export type EditedCategory = Schemas["EditedCategoryOut"];
export type EditedExtra = Schemas["EditedExtraOut"];
export type Choices = Schemas["CatalogueChoicesOut"];
export type BusinessChoice = Choices["businesses"][number];
export type ServiceBody = Schemas["ServiceIn"];
export type FormQuestion = Schemas["FormQuestion"];
export type Rules = Schemas["ServiceRules"];
export type Venue = Schemas["Venue"];

export const VENUES: readonly Venue[] = ["customer", "online", "business"];
export const KINDS = ["text", "long_text", "number", "choice", "choices", "yes_no", "date", "file"] as const;
export const SERVICE_SORT = "arranged";
export const SERVICE_FILTERS = ["state", "business"] as const;
export const OTHER_LANGUAGES = ["uk", "es", "fr", "de"] as const;

/** What can be different for one service, each a whole number: the rule, and how many of the unit shown it counts. */
export const NUMBER_RULES = {
  lead_time_minutes: 60,
  horizon_days: 1,
  slot_interval_minutes: 1,
  daily_limit: 1,
  change_until_hours: 1,
  reschedules_allowed: 1,
  missed_fee_percent: 1,
  report_hours: 1,
  deposit_percent: 1,
  deposit_amount: 1,
} as const;
export type NumberRule = keyof typeof NUMBER_RULES;
export type Window = { hours: string; percent: string };

export type Draft = {
  businessId: string;
  categoryId: string;
  name: Texts;
  description: Texts;
  preparation: Texts;
  duration: string;
  price: string;
  tax: string;
  before: string;
  after: string;
  capacity: string;
  venue: Venue;
  isVisible: boolean;
  picture: string;
  /** Empty: as the business says. */
  numbers: Record<NumberRule, string>;
  approval: string;
  /** Null: as the business says. */
  windows: Window[] | null;
  /** Rules that this form does not show; they stay. */
  others: Rules;
  questions: FormQuestion[];
  people: { staffId: string; price: string; duration: string }[];
};

const numberNames = Object.keys(NUMBER_RULES) as NumberRule[];

export function emptyDraft(business: BusinessChoice | undefined): Draft {
  return {
    businessId: business?.id ?? "",
    categoryId: "",
    name: {},
    description: {},
    preparation: {},
    duration: "60",
    price: "",
    tax: "20",
    before: "0",
    after: "0",
    capacity: "1",
    venue: business?.visits_at_customer === false ? "online" : "customer",
    isVisible: true,
    picture: "",
    numbers: Object.fromEntries(numberNames.map((name) => [name, ""])) as Draft["numbers"],
    approval: "",
    windows: null,
    others: {},
    questions: [],
    people: [],
  };
}

export function draftOf(service: EditedService): Draft {
  const { currency, booking_rules: rules } = service;
  const amount = (value: number | null) => (value === null ? "" : decimalString({ amount: value, currency }));
  const { approval, cancellation_windows, ...rest } = rules;
  const others = Object.fromEntries(Object.entries(rest).filter(([name]) => !(name in NUMBER_RULES)));
  return {
    businessId: service.business_id,
    categoryId: service.category_id,
    name: service.name,
    description: service.description,
    preparation: service.preparation,
    duration: String(service.duration_minutes),
    price: amount(service.price_amount),
    tax: String(service.tax_rate_bp / 100),
    before: String(service.buffer_before_minutes),
    after: String(service.buffer_after_minutes),
    capacity: String(service.capacity),
    venue: service.venue,
    isVisible: service.is_visible,
    picture: service.picture_url,
    numbers: Object.fromEntries(
      numberNames.map((name) => {
        const value = rules[name];
        return [name, value === null || value === undefined ? "" : String(value / NUMBER_RULES[name])];
      }),
    ) as Draft["numbers"],
    approval: approval ?? "",
    windows:
      cancellation_windows?.map(({ hours_before, refund_percent }) => ({
        hours: String(hours_before),
        percent: String(refund_percent),
      })) ?? null,
    others: others as Rules,
    questions: service.questions,
    people: service.offerings.map(({ staff_id, price_amount, duration_minutes }) => ({
      staffId: staff_id,
      price: amount(price_amount),
      duration: duration_minutes === null ? "" : String(duration_minutes),
    })),
  };
}

/** Minor units from "64", "64.5" or "64,50"; null when it is no amount. By digits: no float touches it. */
export function amountOf(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const found = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(typed.trim().replace(/^[^\d-]+/, ""));
  if (!found) return null;
  const [, whole = "", part = ""] = found;
  if (part.length > digits) return null;
  return Number(whole + part.padEnd(digits, "0"));
}

/** A whole number, or null. */
export function wholeOf(typed: string): number | null {
  return /^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}

/** "20" or "17.5" per cent as hundredths of a per cent. */
export function rateOf(typed: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}

export type Fault = "amount" | "number" | "choose";
export type Made = { body: ServiceBody; faults: Record<string, Fault> };

/** What is sent, and by the server's name of the field what nobody could send. */
export function bodyOf(draft: Draft, currency: string): Made {
  const faults: Record<string, Fault> = {};
  const checked = (field: string, value: number | null, fault: Fault) => {
    if (value === null) faults[field] = fault;
    return value ?? 0;
  };
  const own = (field: string, typed: string, read: (typed: string) => number | null, fault: Fault) =>
    typed.trim() === "" ? null : checked(field, read(typed), fault);
  if (!draft.categoryId) faults.category_id = "choose";
  const money = (typed: string) => amountOf(typed, currency);
  const rules: Record<string, unknown> = { ...draft.others };
  for (const name of numberNames) {
    const value = own(`booking_rules.${name}`, draft.numbers[name], wholeOf, "number");
    if (value !== null) rules[name] = value * NUMBER_RULES[name];
  }
  if (draft.approval) rules.approval = draft.approval;
  if (draft.windows)
    rules.cancellation_windows = draft.windows.map(({ hours, percent }, index) => ({
      hours_before: checked(
        `booking_rules.cancellation_windows.${index}.hours_before`,
        wholeOf(hours),
        "number",
      ),
      refund_percent: checked(
        `booking_rules.cancellation_windows.${index}.refund_percent`,
        wholeOf(percent),
        "number",
      ),
    }));
  const body: ServiceBody = {
    ...(draft.businessId && { business_id: draft.businessId }),
    category_id: draft.categoryId,
    slug: "",
    name: draft.name,
    description: draft.description,
    preparation: draft.preparation,
    duration_minutes: checked("duration_minutes", wholeOf(draft.duration), "number"),
    price_amount: checked("price_amount", money(draft.price), "amount"),
    tax_rate_bp: checked("tax_rate_bp", rateOf(draft.tax), "number"),
    buffer_before_minutes: checked("buffer_before_minutes", wholeOf(draft.before), "number"),
    buffer_after_minutes: checked("buffer_after_minutes", wholeOf(draft.after), "number"),
    capacity: checked("capacity", wholeOf(draft.capacity), "number"),
    venue: draft.venue,
    is_visible: draft.isVisible,
    picture_url: draft.picture,
    booking_rules: rules as Rules,
    questions: draft.questions,
    offerings: draft.people.map(({ staffId, price, duration }, index) => ({
      staff_id: staffId,
      price_amount: own(`offerings.${index}.price_amount`, price, money, "amount"),
      duration_minutes: own(`offerings.${index}.duration_minutes`, duration, wholeOf, "number"),
    })),
  };
  return { body, faults };
}

const UNSET = {
  is_required: false,
  for_staff: false,
  is_archived: false,
  minutes_each: 0,
  minutes_included: 0,
};

export function newQuestion(): FormQuestion {
  return { id: crypto.randomUUID(), kind: "text", label: {}, help: {}, options: [], ...UNSET };
}

/** A key for an option's words that the others have not. */
export function optionKey(words: string, taken: readonly string[]): string {
  const plain = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 30);
  const base = plain || "option";
  let key = base;
  for (let number = 2; taken.includes(key); number += 1) key = `${base}-${number}`;
  return key;
}

/** A list with one of its items a place up or down; at the ends nothing moves. */
export function moved<T>(items: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const [item] = items.slice(from, from + 1);
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A condition may look back alone: one that does not any more, after a move or a removal, is taken away. What is put away
 * is asked of nobody, so nothing hangs on it. */
export function withSoundConditions<Q extends FormQuestion>(questions: readonly Q[]): Q[] {
  const above = new Set<string>();
  return questions.map((question) => {
    const { show_if: condition } = question;
    const sound = !condition || above.has(condition.question);
    if (!question.is_archived) above.add(question.id);
    return sound ? question : { ...question, show_if: null };
  });
}
