// Invoices and statements, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { type Invoice, isInvoiceState, type Money, type Period, type Statement } from "./rules";

const PAGE = 25;

/** One page of the documents the reader may see, as the address asks for them. */
export async function loadInvoices({
  filters,
  sort,
  after,
}: ListState): Promise<{ invoices: Invoice[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const { state = "", business = "" } = filters;
  const query = {
    state: isInvoiceState(state) ? [state] : [],
    business,
    sort,
    cursor: after,
    limit: PAGE,
  };
  const page = await read(api.GET("/api/invoices", { params: { query } }));
  return { invoices: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function invoicesFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/invoices.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}

/** The documents of an order that the reader may see. */
export async function loadOrderInvoices(number: string): Promise<Invoice[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/orders/{number}/invoices", { params: { path: { number } } }));
}

/** All that passed between a customer and a business in a time. */
export async function loadStatement(customer_id: string, period: Period, money: Money): Promise<Statement> {
  const api = await serverApi(await getLocale());
  const query = { ...period, ...(money ? { money } : {}) };
  return read(
    api.GET("/api/customers/{customer_id}/statement", { params: { path: { customer_id }, query } }),
  );
}
