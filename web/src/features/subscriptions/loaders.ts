// Subscriptions for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { isSubscriptionState, type Subscription, type SubscriptionWhole } from "./rules";

const PAGE = 25;

/** One page of those the reader may see, as the address asks for it. */
export async function loadSubscriptions({
  filters,
  sort,
  after,
}: ListState): Promise<{ subscriptions: Subscription[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const { state = "", business = "" } = filters;
  const states = isSubscriptionState(state) ? [state] : [];
  const page = await read(
    api.GET("/api/subscriptions", {
      params: { query: { state: states, business, sort, cursor: after, limit: PAGE } },
    }),
  );
  return { subscriptions: page.items, next: page.next_cursor ?? null };
}

export async function loadSubscription(id: string): Promise<SubscriptionWhole> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/subscriptions/{subscription_id}", { params: { path: { subscription_id: id } } }));
}

/** Where the same list is as a file, its titles in the reader's language. */
export function subscriptionsFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/subscriptions.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}
