// Staff members' records, for server components.
import "server-only";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { problemOf } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { type Around, isState, type Known, type Place, type StaffRecord } from "./rules";

const PAGE = 25;

function queryOf({ filters, sort }: ListState) {
  const { state = "", business = "", text = "" } = filters;
  return { state: isState(state) ? state : ("active" as const), business, text: text.slice(0, 100), sort };
}

/** One page of the people the reader looks after. */
export async function loadRecords(
  state: ListState,
): Promise<{ records: StaffRecord[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const query = { ...queryOf(state), cursor: state.after, limit: PAGE };
  const page = await read(api.GET("/api/staff-records", { params: { query } }));
  return { records: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function recordsFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/staff-records.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}

/** One record; the page does not exist for somebody the reader may not see. */
export async function loadRecord(staff_id: string): Promise<StaffRecord> {
  const api = await serverApi();
  try {
    return await read(api.GET("/api/staff-records/{staff_id}", { params: { path: { staff_id } } }));
  } catch (error) {
    if ([400, 403, 404, 422].includes(problemOf(error).status)) notFound();
    throw error;
  }
}

/** What stands around somebody: services, areas, visits still to come. */
export async function loadAround(staff_id: string): Promise<Around> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/staff-records/{staff_id}/around", { params: { path: { staff_id } } }));
}

export async function loadPlaces(business: string): Promise<Place[]> {
  const api = await serverApi();
  return read(api.GET("/api/places", { params: { query: { business } } }));
}

export async function loadKnown(business: string): Promise<Known[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/expertise", { params: { query: { business } } }));
}
