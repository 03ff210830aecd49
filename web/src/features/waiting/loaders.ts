// The waiting list for server components: a customer's own entries, and the team's list.
import "server-only";
import { getLocale } from "next-intl/server";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { isWaitingState, type TeamEntry, type WaitingEntry } from "./rules";

const PAGE = 25;

export async function loadMyEntries(): Promise<WaitingEntry[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my/waiting-list"));
}

/** One page of those who wait for people the reader looks after, as the address asks for it. */
export async function loadEntries({
  filters,
  sort,
  after,
}: ListState): Promise<{ entries: TeamEntry[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const { state = "", business = "", service = "" } = filters;
  const states = isWaitingState(state) ? [state] : [];
  const page = await read(
    api.GET("/api/waiting-entries", {
      params: { query: { state: states, business, service, sort, cursor: after, limit: PAGE } },
    }),
  );
  return { entries: page.items, next: page.next_cursor ?? null };
}

export async function loadEntry(id: string): Promise<TeamEntry> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/waiting-entries/{entry_id}", { params: { path: { entry_id: id } } }));
}

/** Where the same list is as a file, its titles in the reader's language. */
export function entriesFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/waiting-entries.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}
