// The audit log, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { type ListState, withoutEmpty } from "@/components/list/address";
import { problemOf } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { type AuditEvent, type AuditQuery, type Choices, isBackwards, type Person } from "./rules";

const PAGE = 25;

/** One page of what happened. Days the wrong way round hold nothing between them. */
export async function loadAudit(
  query: AuditQuery,
  { sort, after }: ListState,
): Promise<{ events: AuditEvent[]; next: string | null }> {
  if (isBackwards(query)) return { events: [], next: null };
  const api = await serverApi(await getLocale());
  const page = await read(
    api.GET("/api/audit-events", { params: { query: { ...query, sort, cursor: after, limit: PAGE } } }),
  );
  return { events: page.items, next: page.next_cursor ?? null };
}

export async function loadAuditChoices(): Promise<Choices> {
  const api = await serverApi();
  return read(api.GET("/api/audit-choices"));
}

/** Who an id in the address is; null for nobody. */
export async function loadPerson(person_id: string | undefined): Promise<Person | null> {
  if (!person_id) return null;
  const api = await serverApi();
  try {
    return await read(api.GET("/api/audit-people/{person_id}", { params: { path: { person_id } } }));
  } catch (error) {
    if (problemOf(error).status === 404) return null;
    throw error;
  }
}

/** Where the same list is as a file, its titles in the reader's language. */
export function auditFile(query: AuditQuery, { sort }: ListState, language: string): string {
  return `/api/audit-events.csv?${new URLSearchParams(withoutEmpty({ ...query, sort, language }))}`;
}
