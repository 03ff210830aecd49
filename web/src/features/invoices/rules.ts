// Words and choices about invoices, credit notes and statements.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Invoice = Schemas["InvoiceOut"];
export type Statement = Schemas["StatementOut"];
export type Movement = Schemas["MovementOut"];

export const INVOICE_STATES = ["open", "overdue", "paid", "credited", "credit_note"] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export function isInvoiceState(word: string): word is InvoiceState {
  return INVOICE_STATES.some((state) => state === word);
}

/** What a row of a statement is; one this page does not know is told by nothing but its number. */
export function movementNamed(what: string): "invoice" | "credit_note" | "payment" | "refund" | "other" {
  const known = ["invoice", "credit_note", "payment", "refund"] as const;
  return known.find((each) => each === what) ?? "other";
}

export const LAYOUTS = [
  "xero",
  "xero_journals",
  "quickbooks",
  "quickbooks_credit_notes",
  "quickbooks_journals",
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Of which money a file is; "" is what is usual: real money once a company has live keys, all of it before. */
export const MONIES = ["", "real", "test", "all"] as const;
export type Money = (typeof MONIES)[number];

const named = (money: Money) => (money ? { money } : {});

export const moneyNamed = (value: string): Money => MONIES.find((each) => each === value) ?? "";

export type Period = { business: string; first_on: string; last_on: string };

/** Where a business's documents of a time are, as an accountants' program reads them. */
export function exportHref(layout: Layout, period: Period, money: Money = ""): string {
  return `/api/invoice-exports/${layout}.csv?${new URLSearchParams({ ...period, ...named(money) })}`;
}

export const JOURNALS = ["hledger", "beancount"] as const;
export type Journal = (typeof JOURNALS)[number];
export type Days = Omit<Period, "business">;

/** Where the books of a time are, as programs of plain text accounting read them. */
export function journalHref(kind: Journal, days: Days, zone: string, money: Money = ""): string {
  return `/api/journal/${kind}?${new URLSearchParams({ ...days, zone, ...named(money) })}`;
}

/** Where a customer's statement is as PDF. */
export function statementHref(customer: string, period: Period, language: string, money: Money = ""): string {
  return `/api/customers/${customer}/statement.pdf?${new URLSearchParams({ ...period, language, ...named(money) })}`;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The time that an address asks for; where it says nothing that can be read, the last twelve months. */
export function periodOf(
  asked: Record<string, string | string[] | undefined>,
  businesses: readonly { slug: string }[],
  today: string,
): Period {
  const one = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
  const day = (name: string, standard: string) => (DAY.test(one(name)) ? one(name) : standard);
  const known = businesses.find(({ slug }) => slug === one("business")) ?? businesses[0];
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace("-02-29", "-02-28")}`;
  return {
    business: known?.slug ?? "",
    first_on: day("first_on", yearBefore),
    last_on: day("last_on", today),
  };
}

/** The whole month before the one of this day: what accountants mostly ask for. */
export function monthBefore(today: string): Pick<Period, "first_on" | "last_on"> {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  const last = new Date(first.getTime() - 86_400_000);
  const written = (day: Date) => day.toISOString().slice(0, 10);
  return { first_on: `${written(last).slice(0, 7)}-01`, last_on: written(last) };
}
