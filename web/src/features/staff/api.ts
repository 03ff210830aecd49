// Changing when and where somebody works. The only file here that names these endpoints.

import { asSeen } from "@/features/simulator/api";
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Area, NewArea, NewTimeOff, Override, Span, TimeOff, Week } from "./rules";

const path = (staff_id: string) => ({ path: { staff_id } });

export function fetchWeek(staffId: string): Promise<Week> {
  return read(api.GET("/api/staff-members/{staff_id}/hours", { params: path(staffId) }));
}

/** Replaces the week; refused with 412 when it is no longer the one with this fingerprint. `seen`: what was shown to break,
 * here and below; without it nothing is compared. */
export function saveWeek(staffId: string, spans: Span[], fingerprint: string, seen: string): Promise<Week> {
  return read(
    api.PUT("/api/staff-members/{staff_id}/hours", {
      params: path(staffId),
      body: { spans },
      headers: { "If-Match": `"${fingerprint}"`, ...asSeen(seen) },
    }),
  );
}

export function saveOverride(
  staffId: string,
  on_date: string,
  spans: [number, number][],
  seen?: string,
): Promise<Override> {
  return read(
    api.PUT("/api/staff-members/{staff_id}/overrides/{on_date}", {
      params: { path: { staff_id: staffId, on_date } },
      body: { spans },
      headers: seen ? asSeen(seen) : {},
    }),
  );
}

export async function dropOverride(staffId: string, on_date: string, seen: string): Promise<void> {
  await read(
    api.DELETE("/api/staff-members/{staff_id}/overrides/{on_date}", {
      params: { path: { staff_id: staffId, on_date } },
      headers: asSeen(seen),
    }),
  );
}

export function addTimeOff(staffId: string, body: NewTimeOff, seen?: string): Promise<TimeOff> {
  return read(
    api.POST("/api/staff-members/{staff_id}/time-off", {
      params: path(staffId),
      body,
      headers: seen ? asSeen(seen) : {},
    }),
  );
}

export async function dropTimeOff(time_off_id: string): Promise<void> {
  await read(api.DELETE("/api/time-off/{time_off_id}", { params: { path: { time_off_id } } }));
}

export function addArea(staffId: string, body: NewArea): Promise<Area> {
  return read(api.POST("/api/staff-members/{staff_id}/areas", { params: path(staffId), body }));
}

/** Refused with 412 when somebody else changed it since it was read. */
export function changeArea({ id, revision }: Area, body: NewArea, seen: string): Promise<Area> {
  return read(
    api.PUT("/api/areas/{area_id}", {
      params: { path: { area_id: id } },
      body,
      headers: { "If-Match": `"${revision}"`, ...asSeen(seen) },
    }),
  );
}

export async function removeArea(area_id: string, seen: string): Promise<void> {
  await read(api.DELETE("/api/areas/{area_id}", { params: { path: { area_id } }, headers: asSeen(seen) }));
}
