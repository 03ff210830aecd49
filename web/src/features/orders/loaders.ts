// The list of orders for the team, for server components.
import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { problemOf } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { redirect } from "@/lib/i18n/navigation";
import { isOrderState, type LinkableOrders, type Order } from "./rules";

const PAGE = 25;

/** One page of the orders the reader may see, as the address asks for them. */
export async function loadOrderList({
  filters,
  sort,
  after,
}: ListState): Promise<{ orders: Order[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const { state = "", business = "" } = filters;
  const states = isOrderState(state) ? [state] : [];
  const page = await read(
    api.GET("/api/orders", {
      params: { query: { state: states, business, sort, cursor: after, limit: PAGE } },
    }),
  );
  return { orders: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function ordersFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/orders.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}

/** Earlier orders as a guest that the signed-in customer may add to their account. */
export async function loadLinkableOrders(): Promise<LinkableOrders["orders"]> {
  const api = await serverApi(await getLocale());
  return (await read(api.GET("/api/linkable-orders"))).orders;
}

/** Leads on to the order of a visit; there is no such page where the reader may not see it. */
export async function toOrderOf(appointment_id: string, path: string): Promise<never> {
  const locale = await getLocale();
  const api = await serverApi(locale);
  const found = await read(
    api.GET("/api/appointments/{appointment_id}/order", { params: { path: { appointment_id } } }),
  ).catch((error: unknown) => {
    if ([403, 404, 422].includes(problemOf(error).status)) return null;
    throw error;
  });
  if (!found) notFound();
  return redirect({ href: `${path}${found.number}/`, locale });
}
