// Invitations, for server components.
import "server-only";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import { serverApi } from "@/lib/api/server";
import type { Invitation } from "./rules";

/** One page of who was invited, the newest first. */
export async function loadInvitations(
  cursor: string,
): Promise<{ invitations: Invitation[]; next: string | null }> {
  const api = await serverApi();
  const page = await read(api.GET("/api/invitations", { params: { query: { cursor, limit: 25 } } }));
  return { invitations: page.items, next: page.next_cursor ?? null };
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
