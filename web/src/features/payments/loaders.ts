// Payments for the team, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { type ListState, withoutEmpty } from "@/components/list/address";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import {
  type Account,
  type BankLine,
  type Checklist,
  type CompanyNotice,
  type DisputeSeen,
  type KeptMethod,
  type NoticesWanted,
  type OwnTip,
  type PaymentSeen,
  paymentQuery,
  type Review,
  type TeamPayment,
} from "./rules";

const PAGE = 25;
const COUNTED = 100; // the longest page there is; of what is rare nobody has as many

/** One page of the payments the reader may see, as the address asks for them. */
export async function loadPayments(
  state: ListState,
  zone: string,
): Promise<{ payments: TeamPayment[]; next: string | null }> {
  const asked = paymentQuery(state, zone);
  if (asked === null) return { payments: [], next: null };
  const api = await serverApi(await getLocale());
  const query = { ...asked, sort: state.sort, cursor: state.after, limit: PAGE };
  const page = await read(api.GET("/api/payments", { params: { query } }));
  return { payments: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function paymentsFile(state: ListState, zone: string, language: string): string {
  const { state: states = [], to_give, ...query } = paymentQuery(state, zone) ?? {};
  const asked = withoutEmpty({
    ...query,
    to_give: to_give ? "true" : "",
    state: states[0] ?? "",
    sort: state.sort,
    language,
  });
  return `/api/payments.csv?${new URLSearchParams(asked)}`;
}

/** How much money waits for somebody's hand to give it back, of orders of which the reader may. */
export async function countToGive(): Promise<number> {
  const api = await serverApi(await getLocale());
  return (await read(api.GET("/api/refunds-to-give"))).count;
}

/** How many disputes wait for our answer, and how many held orders for a decision. */
export async function countForMoney(): Promise<{ disputes: number; held: number }> {
  const api = await serverApi(await getLocale());
  const [open, held] = await Promise.all([
    read(api.GET("/api/disputes", { params: { query: { open_only: true, limit: COUNTED } } })),
    read(api.GET("/api/payment-reviews", { params: { query: { state: "open", limit: COUNTED } } })),
  ]);
  return { disputes: open.items.length, held: held.items.length };
}

/** One payment with all that happened to it; null where there is none that the reader may see. */
export async function loadPayment(payment_id: string): Promise<PaymentSeen | null> {
  const api = await serverApi(await getLocale());
  try {
    return await read(api.GET("/api/payments/{payment_id}", { params: { path: { payment_id } } }));
  } catch (error) {
    if (error instanceof ProblemError && [404, 422].includes(error.problem.status)) return null;
    throw error;
  }
}

/** Our keys at companies, without the secret ones. */
export async function loadAccounts(): Promise<Account[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/payment-accounts"));
}

/** What is done of going live with each company. */
export async function loadChecklists(): Promise<Checklist[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/payment-checklists"));
}

/** What the reader keeps for later, the preferred one first. */
export async function loadKeptMethods(): Promise<KeptMethod[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/kept-methods"));
}

/** Ways to pay by a company's page that work now. */
export async function loadOnlineMethods(): Promise<string[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/payment-methods"));
}

/** Messages of companies, the newest first. */
export async function loadNotices(
  wanted: NoticesWanted,
  after: string,
): Promise<{ notices: CompanyNotice[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const query = { ...wanted, cursor: after, limit: PAGE };
  const page = await read(api.GET("/api/payment-notices", { params: { query } }));
  return { notices: page.items, next: page.next_cursor ?? null };
}

/** Lines of money in by the banks' statements, the newest first: open, booked or set aside. */
export async function loadBankLines(
  state: "open" | "booked" | "aside",
  after = "",
): Promise<{ lines: BankLine[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const query = { state, cursor: after, limit: PAGE * 2 };
  const page = await read(api.GET("/api/bank-lines", { params: { query } }));
  return { lines: page.items, next: page.next_cursor ?? null };
}

/** Tips that the reader was given, the newest first. */
export async function loadTips(after: string): Promise<{ tips: OwnTip[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const page = await read(api.GET("/api/my/tips", { params: { query: { cursor: after, limit: PAGE } } }));
  return { tips: page.items, next: page.next_cursor ?? null };
}

/** Paid orders that wait for somebody to look at them, and those that were decided lately. */
export async function loadReviews(state: "open" | ""): Promise<Review[]> {
  const api = await serverApi(await getLocale());
  const page = await read(api.GET("/api/payment-reviews", { params: { query: { state, limit: PAGE } } }));
  return page.items;
}

/** Disputes of payments, the newest first. */
export async function loadDisputes(after: string): Promise<{ disputes: DisputeSeen[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const page = await read(api.GET("/api/disputes", { params: { query: { cursor: after, limit: PAGE } } }));
  return { disputes: page.items, next: page.next_cursor ?? null };
}
