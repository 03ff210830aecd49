// Time off of the people one looks after, for server components.
import "server-only";
import type { ListState } from "@/components/list/address";
import type { Business } from "@/features/business/loaders";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { type Absence, type Approval, standardSort, statesOf } from "./rules";

const PAGE = 25;
const COUNTED = 100;

/** One page of absences: unless the address says otherwise what waits with the nearest first, anything else the latest. */
export async function loadAbsences(state: ListState): Promise<{ absences: Absence[]; next: string | null }> {
  const api = await serverApi();
  const query = {
    state: statesOf(state.filters.state),
    sort: state.sort || standardSort(state.filters.state),
    cursor: state.after,
    limit: PAGE,
  };
  const page = await read(api.GET("/api/time-off", { params: { query } }));
  return { absences: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function absencesFile({ filters, sort }: ListState, language: string): string {
  const query = new URLSearchParams({ sort: sort || standardSort(filters.state), language });
  for (const state of statesOf(filters.state)) query.append("state", state);
  return `/api/time-off.csv?${query}`;
}

/** How many requests wait for the reader's answer, up to a hundred. */
export async function countWaiting(): Promise<number> {
  const api = await serverApi();
  const query = { state: ["requested" as const], limit: COUNTED };
  const { items } = await read(api.GET("/api/time-off", { params: { query } }));
  return items.filter(({ can }) => can.answer).length;
}

/** Whether time off waits for somebody's yes, in each business. Administrators. */
export async function loadApprovals(businesses: readonly Business[]): Promise<Approval[]> {
  const api = await serverApi();
  return Promise.all(
    businesses.map(async ({ slug, name }) => {
      const path = { slug, group: "time_off" };
      const { values, revision } = await read(
        api.GET("/api/businesses/{slug}/settings/{group}", { params: { path } }),
      );
      return { business: slug, name, needed: values.needs_approval !== false, revision };
    }),
  );
}
