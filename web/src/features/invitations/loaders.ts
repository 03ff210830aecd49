// Invitations, for server components.
import "server-only";
import { type ListState, withoutEmpty } from "@/components/list/address";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import { serverApi } from "@/lib/api/server";
import { type Invitation, roleOf, statesOf } from "./rules";

const PAGE = 25;

/** One page of who was invited, as the address asks for it. */
export async function loadInvitations({
  filters,
  sort,
  after,
}: ListState): Promise<{ invitations: Invitation[]; next: string | null }> {
  const api = await serverApi();
  const { state, role, business = "" } = filters;
  const query = { state: statesOf(state), role: roleOf(role), business, sort, cursor: after, limit: PAGE };
  const page = await read(api.GET("/api/invitations", { params: { query } }));
  return { invitations: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function invitationsFile({ filters, sort }: ListState, language: string): string {
  const { state, role, business = "" } = filters;
  const query = new URLSearchParams(withoutEmpty({ role: roleOf(role), business, sort, language }));
  for (const each of statesOf(state)) query.append("state", each);
  return `/api/invitations.csv?${query}`;
}

export type Unclaimed = Pick<components["schemas"]["StaffRecordOut"], "id" | "name" | "business">;

/** Staff members who have no account yet. */
export async function loadUnclaimed(): Promise<Unclaimed[]> {
  const api = await serverApi();
  const found: Unclaimed[] = [];
  let cursor: string | null = "";
  do {
    const page: { items: components["schemas"]["StaffRecordOut"][]; next_cursor?: string | null } =
      await read(api.GET("/api/staff-records", { params: { query: { cursor, limit: 200 } } }));
    found.push(
      ...page.items
        .filter(({ account }) => !account)
        .map(({ id, name, business }) => ({ id, name, business })),
    );
    cursor = page.next_cursor ?? null;
  } while (cursor);
  return found;
}
