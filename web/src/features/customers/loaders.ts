// Customers' records, and one's own, for server components.
import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type ListState, withoutEmpty } from "@/components/list/address";
import { problemOf } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Address, Customer, Filled, MyDetails, MyPreferences, Page } from "./rules";

const PAGE = 25;

/** One page of the customers the reader looks after; what somebody types is looked for in the browser. */
export async function loadCustomers({ filters, sort, after }: ListState): Promise<Page> {
  const api = await serverApi(await getLocale());
  const { tag = "", archived = "" } = filters;
  const query = { tag, archived: archived === "yes", sort, cursor: after, limit: PAGE };
  const found = await read(api.GET("/api/customers", { params: { query } }));
  return { customers: found.items, next: found.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function customersFile({ filters, sort }: ListState, language: string): string {
  const { tag = "", archived } = filters;
  const query = { tag, archived: archived === "yes" ? "true" : "", sort, language };
  return `/api/customers.csv?${new URLSearchParams(withoutEmpty(query))}`;
}

/** The tags to choose from. */
export async function loadTags(): Promise<string[]> {
  const api = await serverApi();
  return (await read(api.GET("/api/customer-tags"))).tags;
}

/** One record; the page does not exist for a customer the reader may not see. */
export async function loadCustomer(customer_id: string): Promise<Customer> {
  const api = await serverApi(await getLocale());
  try {
    return await read(api.GET("/api/customers/{customer_id}", { params: { path: { customer_id } } }));
  } catch (error) {
    if ([400, 403, 404, 422].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

export async function loadMyDetails(): Promise<MyDetails> {
  const api = await serverApi();
  return read(api.GET("/api/my/details"));
}

export async function loadMyAddresses(): Promise<Address[]> {
  const api = await serverApi();
  return read(api.GET("/api/my/addresses"));
}

export async function loadMyPreferences(): Promise<MyPreferences> {
  const api = await serverApi();
  return read(api.GET("/api/my/preferences"));
}

/** What the businesses one ordered of ask, with what one filled in. */
export async function loadMyFields(): Promise<Filled[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my/fields"));
}
