// From a problem's code to the sentence a person reads. The texts are in the catalogue under "problems".
import type { Problem } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";
import { formatDate } from "@/lib/datetime/format";
import { listOf } from "@/lib/i18n/languages";
import { formatMoney } from "@/lib/money/money";
import type messages from "../../../messages/en.json";

type Texts = (typeof messages)["problems"];
export type ProblemKey = Exclude<keyof Texts, "reference" | "retry" | "heading" | "field">;

type Schemas = components["schemas"];
/** The codes of every problem that the API's document declares. */
type DeclaredCode = {
  [Name in keyof Schemas]: Schemas[Name] extends { code: infer Code extends string; title: string }
    ? string extends Code
      ? never
      : Code
    : never;
}[keyof Schemas];
/** Answers that every operation may give without declaring them, and that have no sentence of their own. */
type Undeclared = "method_not_allowed";

type Values = Record<string, string | number>;
export type Sentence = { key: ProblemKey; values: Values } | { text: string };

/** What a sentence says beside its words; null where the answer does not hold it. */
type Fill = (extra: Problem["extra"], locale: string) => Values | null;
const plain: Fill = () => ({});

const text = (value: unknown) => (typeof value === "string" ? value : "");
const whole = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : null);

function money(amount: unknown, currency: unknown, locale: string): string | null {
  const units = whole(amount);
  if (units === null || !/^[A-Z]{3}$/.test(text(currency))) return null;
  return formatMoney({ amount: units, currency: text(currency) }, locale);
}

const amountOf =
  (name: string): Fill =>
  (extra, locale) => {
    const amount = money(extra[name], extra.currency, locale);
    return amount === null ? null : { amount };
  };
const phone: Fill = (extra) => ({ phone: text(extra.business_phone) || "none" });
const reason: Fill = (extra) => ({ reason: text(extra.reason) || "other" });
const dates: Fill = ({ dates: given }, locale) => {
  const days = (Array.isArray(given) ? given : []).filter((day) => /^\d{4}-\d\d-\d\d$/.test(text(day)));
  return days.length === 0
    ? null
    : {
        dates: listOf(
          days.map((day) => formatDate(day, locale)),
          locale,
        ),
      };
};
const numberOf =
  (name: string, as: string): Fill =>
  (extra) => {
    const found = whole(extra[name]);
    return found === null ? null : { [as]: found };
  };

/** Every sentence, with what it is filled with: a text of the catalogue that is not here, or the other way, does not compile. */
const sentences: Record<ProblemKey, Fill> = {
  no_answer: plain,
  unexpected: plain,
  refused: plain,
  start_again: plain,
  sign_in_needed: plain,
  proof_needed: plain,
  not_allowed: plain,
  not_found: plain,
  invalid_input: plain,
  changed_meanwhile: plain,
  storage_full: plain,
  idempotency_in_progress: plain,
  too_many_requests: ({ retry_after_seconds }) => {
    const seconds = Number(retry_after_seconds);
    return { minutes: Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds / 60)) : 1 };
  },

  no_basket: plain,
  line_unknown: plain,
  basket_full: plain,
  cannot_join: plain,
  cannot_repeat: numberOf("most_months", "months"),
  dates_changed: plain,
  place_needed: plain,
  out_of_area: phone,
  incomplete: plain,
  price_changed: amountOf("total_amount"),
  already_booked: ({ number }) => (text(number) ? { number: text(number) } : null),
  not_on_offer: plain,
  slot_taken: plain,
  hold_expired: plain,
  order_unknown: plain,
  offer_over: plain,

  too_late_to_change: phone,
  costs_more_there: (extra, locale) => {
    const amount = amountOf("amount")(extra, locale);
    return amount && { ...amount, ...phone(extra, locale) };
  },
  consequence_changed: plain,
  cannot_call_off: plain,
  cannot_restore: plain,
  cannot_move_back: plain,
  plan_changed: plain,
  times_gone: dates,
  package_used_up: dates,
  reason_missing: plain,
  already_asked: plain,
  request_over: plain,
  money_moved: plain,

  waiting_off: plain,
  waiting_unknown: plain,
  waiting_over: plain,
  offer_passed: plain,

  postcode_malformed: plain,
  postcode_unknown: plain,
  postcode_lookup_down: plain,
  no_postcode_near: plain,
  address_unknown: plain,
  address_lookup_down: plain,

  coupon_unknown: plain,
  coupon_not_applicable: plain,
  referrals_off: plain,
  points_off: plain,
  gift_card_unknown: plain,
  gift_card_changed: (extra, locale) => {
    const amount = amountOf("available_amount")(extra, locale);
    return amount && { ...amount, ending: text(extra.ending) };
  },
  gift_card_over: plain,
  pass_unknown: plain,
  pass_changed: (extra) => {
    const left = whole(extra.left);
    return left === null ? null : { left, ending: text(extra.ending) };
  },
  pass_not_usable: plain,
  pass_over: plain,
  downloads_spent: ({ business_phone, business_email }) => ({
    contact: [text(business_phone), text(business_email)].filter(Boolean).join(", ") || "none",
  }),

  nothing_due: plain,
  charge_under_way: plain,
  no_way_to_pay: plain,
  payment_company_silent: plain,
  payment_refused: plain,
  no_tips: plain,
  no_way_to_reach: plain,
  link_just_sent: plain,
  order_waits: plain,
  no_card_kept: plain,
  charge_changed: plain,
  already_planned: plain,
  too_much_back: amountOf("most_amount"),
  too_much_taken: amountOf("owed_amount"),
  keys_refused: plain,
  company_not_reached: plain,
  statement_unreadable: plain,
  statement_columns: plain,
  already_decided: plain,
  other_currency: plain,
  review_over: plain,
  no_answer_taken: plain,
  refund_not_failed: plain,
  period_wrong: numberOf("most_days", "days"),

  picture_too_large: plain,
  picture_unreadable: reason,
  file_too_large: plain,
  file_unreadable: reason,
  pdf_unreadable: reason,
  files_full: plain,
  last_file: plain,

  weak_password: plain,
  account_exists: plain,
  invitation_over: plain,
  other_role: plain,
  customer_archived: plain,
  both_have_accounts: plain,
  account_stays: plain,
  account_would_see: plain,
  cannot_undo_merge: reason,
  answers_refused: plain,

  not_free: plain,
  bookings_changed: plain,
  visit_too_long: plain,
  wrong_state: plain,
  hours_overlap: plain,
  unknown_staff_member: plain,
  answered_already: plain,
};

/** Codes that hardly anybody but a program meets say what another one says. One with neither does not compile. */
const shared: Record<Exclude<DeclaredCode | Undeclared, ProblemKey>, ProblemKey> = {
  foreign_request: "start_again",
  idempotency_key_reused: "start_again",
  range_unmet: "start_again",
  method_not_allowed: "refused",
  notice_refused: "refused",
  unknown_settings: "not_found",
};

const has = <Key extends string>(all: Record<Key, unknown>, key: string): key is Key =>
  Object.hasOwn(all, key);

/** Which sentence a code has; undefined for one that is none of ours. */
export function keyOf(code: string): ProblemKey | undefined {
  if (has(sentences, code)) return code;
  return has(shared, code) ? shared[code] : undefined;
}

/** Our words; for a code that we do not know the server's, which are English and so for its readers alone; else an apology. */
export function sentenceFor(problem: Problem, locale: string): Sentence {
  const key = keyOf(problem.code);
  const values = key && sentences[key](problem.extra, locale);
  if (key && values) return { key, values };
  const told = problem.detail ?? problem.title;
  if (told && locale === "en") return { text: told };
  return { key: problem.status >= 500 ? "unexpected" : "refused", values: {} };
}
