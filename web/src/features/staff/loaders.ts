// When and where a staff member works, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Instant, IsoDate } from "@/lib/datetime/format";
import type { Area, Override, StaffCard, TimeOff, Week } from "./rules";

const path = (staff_id: string) => ({ path: { staff_id } });

/** The weekly hours with the zone they are told in and the fingerprint to send when changing them. */
export const loadWeek = cache(async (staffId: string): Promise<Week> => {
  const api = await serverApi();
  return read(api.GET("/api/staff-members/{staff_id}/hours", { params: path(staffId) }));
});

export async function loadOverrides(
  staffId: string,
  first_on: IsoDate,
  last_on: IsoDate,
): Promise<Override[]> {
  const api = await serverApi();
  const params = { ...path(staffId), query: { first_on, last_on } };
  return read(api.GET("/api/staff-members/{staff_id}/overrides", { params }));
}

export async function loadTimeOff(staffId: string, from: Instant, before: Instant): Promise<TimeOff[]> {
  const api = await serverApi();
  const params = { ...path(staffId), query: { starting_from: from, starting_before: before } };
  return read(api.GET("/api/staff-members/{staff_id}/time-off", { params }));
}

export async function loadAreas(staffId: string): Promise<Area[]> {
  const api = await serverApi();
  return read(api.GET("/api/staff-members/{staff_id}/areas", { params: path(staffId) }));
}

/** Everybody who can be booked in these businesses, by name. */
export async function loadStaffCards(businesses: readonly string[]): Promise<StaffCard[]> {
  const api = await serverApi(await getLocale());
  const found: StaffCard[] = [];
  for (const business of businesses) {
    let cursor: string | null = "";
    do {
      const page: { items: StaffCard[]; next_cursor?: string | null } = await read(
        api.GET("/api/staff-members", { params: { query: { business, cursor, limit: 200 } } }),
      );
      found.push(...page.items);
      cursor = page.next_cursor ?? null;
    } while (cursor);
  }
  return found;
}
