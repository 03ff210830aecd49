// Customers' requests about the visits one looks after, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { type ListState, withoutEmpty } from "@/components/list/address";
import type { Business } from "@/features/business/loaders";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { kindOf, type ReasonRule, standardSort, statesOf, type TeamRequest } from "./rules";

const PAGE = 25;
const COUNTED = 100;

/** One page of requests: unless the address says otherwise what waits for an answer, the oldest first. */
export async function loadRequests({
  filters,
  sort,
  after,
}: ListState): Promise<{ requests: TeamRequest[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const query = {
    state: statesOf(filters.state),
    kind: kindOf(filters.kind),
    business: filters.business ?? "",
    sort: sort || standardSort(filters.state),
    cursor: after,
    limit: PAGE,
  };
  const page = await read(api.GET("/api/change-requests", { params: { query } }));
  return { requests: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function requestsFile({ filters, sort }: ListState, language: string): string {
  const { state, kind, business = "" } = filters;
  const said = withoutEmpty({ kind: kindOf(kind), business, sort: sort || standardSort(state), language });
  const query = new URLSearchParams(said);
  for (const each of statesOf(state)) query.append("state", each);
  return `/api/change-requests.csv?${query}`;
}

/** How many wait for the reader's answer, up to a hundred. */
export async function countRequests(): Promise<number> {
  const api = await serverApi();
  const query = { state: ["open" as const], limit: COUNTED };
  const { items } = await read(api.GET("/api/change-requests", { params: { query } }));
  return items.filter(({ can_answer }) => can_answer).length;
}

/** Who must give a reason, in each business. Administrators. */
export async function loadReasonRules(businesses: readonly Business[]): Promise<ReasonRule[]> {
  const api = await serverApi();
  return Promise.all(
    businesses.map(async ({ slug, name }) => {
      const path = { slug, group: "booking" };
      const { values, revision } = await read(
        api.GET("/api/businesses/{slug}/settings/{group}", { params: { path } }),
      );
      return { business: slug, name, values, revision };
    }),
  );
}
