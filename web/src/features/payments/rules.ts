// Words and sums about payments, and what this window remembers while the reader is on a company's page.
import type { ListState } from "@/components/list/address";
import type { Problem } from "@/lib/api/problem";
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Payment = Schemas["PaymentOut"];
export type Refund = Schemas["RefundOut"];
export type TeamPayment = Schemas["TeamPaymentOut"];
export type Account = Schemas["AccountOut"];
export type Checklist = Schemas["ChecklistOut"];
export type CompanyNotice = Schemas["NoticeOut"];
export type NoticeSeen = Schemas["NoticeSeenOut"];
export type KeptMethod = Schemas["KeptMethodOut"];
export type Charge = Schemas["ChargeOut"];
export type Review = Schemas["ReviewOut"];
export type OwnTip = Schemas["OwnTipOut"];
export type BankLine = Schemas["BankLineOut"];
export type Proposal = Schemas["ProposalOut"];
export type LedgerEntry = Schemas["LedgerEntryOut"];
export type PaymentSeen = Schemas["PaymentSeenOut"];
export type WayBack = Schemas["WayBackOut"];
export type PaymentStep = Schemas["PaymentStepOut"];

export const METHODS = [
  "card",
  "paypal",
  "bank_debit",
  "pay_on_site",
  "pay_ahead",
  "cash",
  "card_reader",
  "bank_transfer",
  "gift_card",
] as const;
export const PAYMENT_STATES = ["due", "open", "pending", "captured", "failed", "cancelled"] as const;
const DECLINES = [
  "declined",
  "insufficient_funds",
  "expired_card",
  "authentication_failed",
  "no_card",
] as const;
const CHARGE_STATES = ["waiting", "trying", "failed", "given_up"] as const;

/** The words for a way to pay; one this page does not know is told by its own name. */
export function methodNamed(method: string): (typeof METHODS)[number] | "other" {
  return METHODS.find((each) => each === method) ?? "other";
}

export function isPaymentState(word: string): word is (typeof PAYMENT_STATES)[number] {
  return PAYMENT_STATES.some((state) => state === word);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

type PaymentQuery = {
  state: (typeof PAYMENT_STATES)[number][];
  method: string;
  business: string;
  number: string;
  to_give?: true;
  first_on?: string;
  last_on?: string;
  zone: string;
};

/** The question to the API for what the address asks, without what cannot be asked; null where nothing can lie between the
 * days. */
export function paymentQuery({ filters }: ListState, zone: string): PaymentQuery | null {
  const {
    state = "",
    method = "",
    business = "",
    number = "",
    to_give,
    first_on = "",
    last_on = "",
  } = filters;
  if (DAY.test(first_on) && DAY.test(last_on) && last_on < first_on) return null;
  return {
    state: isPaymentState(state) ? [state] : [],
    method: method.slice(0, 20),
    business: business.slice(0, 50),
    number: number.trim().slice(0, 40),
    ...(to_give === "true" && { to_give: true }),
    ...(DAY.test(first_on) && { first_on }),
    ...(DAY.test(last_on) && { last_on }),
    zone,
  };
}

export function stateNamed(state: string): (typeof PAYMENT_STATES)[number] | "other" {
  return PAYMENT_STATES.find((each) => each === state) ?? "other";
}

type Declined = (typeof DECLINES)[number] | "debit" | "debit_insufficient_funds" | "paypal" | "other";

/** Why a payment was not made, in the few words that help; of a debit, or of PayPal, nothing is said of cards. */
export function declineNamed({ decline, method }: Pick<Payment, "decline" | "method">): Declined {
  if (method === "bank_debit" && decline !== "no_card")
    return decline === "insufficient_funds" ? "debit_insufficient_funds" : "debit";
  if (method === "paypal") return "paypal";
  return DECLINES.find((each) => each === decline) ?? "other";
}

/** Why the last try to pay did not work, null where it did or none was made. Some companies' pages end with a declined card, and
 * some stay open for another one. Payments come newest first. */
export function declineOf(payments: readonly Payment[]): Declined | null {
  const last = payments[0];
  if (!last?.decline || (last.state !== "open" && last.state !== "failed")) return null;
  return declineNamed(last);
}

const ASK_REFUSALS = [
  "nothing_due",
  "charge_under_way",
  "no_way_to_pay",
  "no_way_to_reach",
  "link_just_sent",
  "order_waits",
  "no_card_kept",
  "charge_changed",
] as const;

/** Why a customer was not asked to pay, where we have words of our own for it. */
export function askRefusal(code: string): (typeof ASK_REFUSALS)[number] | undefined {
  return ASK_REFUSALS.find((each) => each === code);
}

/** Why an order was not called off, where it was refused for a reason of its own. */
export function callOffRefusal({ code, extra }: Problem): "not_waiting" | "under_way" | undefined {
  if (code !== "cannot_call_off") return undefined;
  return extra.reason === "under_way" ? "under_way" : "not_waiting";
}

/** How a charge stands; one that this page does not know is read as one to come. */
export function chargeNamed(state: string): (typeof CHARGE_STATES)[number] {
  return CHARGE_STATES.find((each) => each === state) ?? "waiting";
}

/** Whether it is paid on a company's page before the visit. */
export function isOnline(method: string | undefined): boolean {
  return method === "card" || method === "paypal" || method === "bank_debit";
}

/** Whether what it is paid with can be kept for later. */
export function isKept(method: string | undefined): boolean {
  return method === "card" || method === "bank_debit";
}

/** Payments somebody wants to read of: money that came, or is on its way. */
export function toldOf(payments: readonly Payment[]): Payment[] {
  return payments.filter(({ state }) => state === "captured" || state === "pending");
}

const KEY = "almanac.payment.";

/** Where to go on when the reader comes back from the company's page: it may hold a secret, so it stays in this window. */
export function rememberWay(payment: string, href: string): void {
  try {
    window.sessionStorage.setItem(KEY + payment, href);
  } catch {
    // Switched off by the reader: the page that they come back to then leads to the search by number.
  }
}

export function rememberedWay(payment: string): string | null {
  try {
    return window.sessionStorage.getItem(KEY + payment);
  } catch {
    return null;
  }
}

/** "12.50" or "12,50" in minor units; null for what is no amount. Two decimals, as all our currencies have. */
export function minorUnits(typed: string): number | null {
  const found = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(typed);
  if (!found) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

/** What is to go back of lines, each by the payments that paid for it: the first of them first, as the server takes it. */
export function waysOf(back: readonly { ways: readonly WayBack[]; amount: number }[]): WayBack[] {
  const found = new Map<string, WayBack>();
  for (const { ways, amount } of back) {
    let left = amount;
    for (const way of ways) {
      const part = Math.min(left, way.amount);
      left -= part;
      const key = `${way.method} ${way.paid_with}`;
      if (part > 0) found.set(key, { ...way, amount: (found.get(key)?.amount ?? 0) + part });
    }
  }
  return [...found.values()];
}

export const BANK_COLUMNS = ["day", "amount", "payer", "text"] as const;
export type BankColumn = (typeof BANK_COLUMNS)[number];

/** The lines of a kind, in the order of the page. */
export function linesOf(lines: readonly BankLine[], match: string): BankLine[] {
  return lines.filter((line) => line.match === match);
}

/** What the server says of a file whose columns it does not know: their titles and the first lines. */
export function columnsIn(extra: Record<string, unknown>): { titles: string[]; rows: string[][] } | null {
  const { titles, rows } = extra;
  const isText = (cells: unknown): cells is string[] =>
    Array.isArray(cells) && cells.every((cell) => typeof cell === "string");
  return isText(titles) && Array.isArray(rows) ? { titles, rows: rows.filter(isText) } : null;
}

const REASONS = [
  "risk_elevated",
  "risk_highest",
  "many_by_card",
  "many_by_email",
  "many_by_address",
  "postcode_wrong",
  "cvc_wrong",
] as const;

/** Why a paid order is looked at first; a reason this page does not know is told by its own name. */
export function reasonNamed(reason: string): (typeof REASONS)[number] | "other" {
  return REASONS.find((each) => each === reason) ?? "other";
}

/** What was typed with a card and is not the card's. */
export function mismatchNamed(name: string): "postcode" | "cvc" {
  return name === "cvc" ? "cvc" : "postcode";
}

export type DisputeSeen = Schemas["DisputeSeenOut"];
const STAGES = ["needs_response", "under_review", "won", "lost"] as const;

/** How a dispute stands, or what only may become one; one this page does not know is told by its own name. */
export function disputeNamed({
  stage,
  is_inquiry,
}: Pick<DisputeSeen, "stage" | "is_inquiry">):
  | (typeof STAGES)[number]
  | "inquiry"
  | "inquiry_over"
  | "other" {
  if (is_inquiry && stage === "needs_response") return "inquiry";
  if (is_inquiry && stage === "won") return "inquiry_over";
  return STAGES.find((each) => each === stage) ?? "other";
}

/** Refunds that failed and that nothing took the place of, each with the currency of its payment. */
export function failedRefunds(payments: readonly Payment[]): (Refund & { currency: string })[] {
  return payments.flatMap(({ refunds, currency }) =>
    refunds
      .filter(({ state, is_followed }) => state === "failed" && !is_followed)
      .map((each) => ({ ...each, currency })),
  );
}

export const NOTICE_KINDS = [
  "payment",
  "refund",
  "dispute",
  "warning",
  "payout",
  "other",
  "unread",
  "refused",
] as const;

export type NoticesWanted = { provider: string; about: string; text: string; unhandled: boolean };

/** Which messages the address asks for, without what cannot be asked. */
export function noticesWanted(asked: Record<string, string | string[] | undefined>): NoticesWanted {
  const word = (name: string) => (typeof asked[name] === "string" ? (asked[name] as string) : "");
  const about = NOTICE_KINDS.find((kind) => kind === word("about")) ?? "";
  return {
    provider: word("provider").slice(0, 20),
    about,
    text: word("text").trim().slice(0, 80),
    unhandled: word("unhandled") === "1",
  };
}

const REFUSALS = ["signature", "unreadable", "too_large", "no_account"] as const;

/** Why a message was not taken; another reason is told by its own name. */
export function refusalNamed(why: string): (typeof REFUSALS)[number] | "other" {
  return REFUSALS.find((each) => each === why) ?? "other";
}

const COMPANIES: Record<string, string> = {
  stripe: "Stripe",
  mollie: "Mollie",
  paypal: "PayPal",
  gocardless: "GoCardless",
};

/** A payment company by its own name. */
export function companyNamed(provider: string): string {
  return COMPANIES[provider] ?? provider;
}

/** A company in its place among those behind one way to pay. */
export type Place = { provider: string; state: "first" | "next" | "off" };

/** Ways to pay with several companies behind them, each with its companies in order: the first that is on takes new payments. */
export function placesOf(accounts: readonly Account[]): { method: string; places: Place[] }[] {
  const methods = [...new Set(accounts.map(({ method }) => method))];
  return methods
    .map((method) => {
      const own = accounts
        .filter((account) => account.method === method && account.is_set_up)
        .sort((a, b) => a.position - b.position || a.provider.localeCompare(b.provider));
      const providers = [...new Set(own.map(({ provider }) => provider))];
      const isOn = (name: string) => own.some(({ provider, is_on }) => provider === name && is_on);
      const first = providers.find(isOn);
      const places = providers.map(
        (provider): Place => ({
          provider,
          state: provider === first ? "first" : isOn(provider) ? "next" : "off",
        }),
      );
      return { method, places };
    })
    .filter(({ places }) => places.length > 1);
}
