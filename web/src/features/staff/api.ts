// Changing when and where somebody works. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Area, NewArea, NewTimeOff, Override, Span, TimeOff, Week } from "./rules";

const path = (staff_id: string) => ({ path: { staff_id } });

export function fetchWeek(staffId: string): Promise<Week> {
  return read(api.GET("/api/staff-members/{staff_id}/hours", { params: path(staffId) }));
}

/** Replaces the week; refused with 412 when it is no longer the one with this fingerprint. */
export function saveWeek(staffId: string, spans: Span[], fingerprint: string): Promise<Week> {
  return read(
    api.PUT("/api/staff-members/{staff_id}/hours", {
      params: path(staffId),
      body: { spans },
      headers: { "If-Match": `"${fingerprint}"` },
    }),
  );
}

export function saveOverride(staffId: string, on_date: string, spans: [number, number][]): Promise<Override> {
  return read(
    api.PUT("/api/staff-members/{staff_id}/overrides/{on_date}", {
      params: { path: { staff_id: staffId, on_date } },
      body: { spans },
    }),
  );
}

export async function dropOverride(staffId: string, on_date: string): Promise<void> {
  await read(
    api.DELETE("/api/staff-members/{staff_id}/overrides/{on_date}", {
      params: { path: { staff_id: staffId, on_date } },
    }),
  );
}

export function addTimeOff(staffId: string, body: NewTimeOff): Promise<TimeOff> {
  return read(api.POST("/api/staff-members/{staff_id}/time-off", { params: path(staffId), body }));
}

export async function dropTimeOff(time_off_id: string): Promise<void> {
  await read(api.DELETE("/api/time-off/{time_off_id}", { params: { path: { time_off_id } } }));
}

export function addArea(staffId: string, body: NewArea): Promise<Area> {
  return read(api.POST("/api/staff-members/{staff_id}/areas", { params: path(staffId), body }));
}

export async function removeArea(area_id: string): Promise<void> {
  await read(api.DELETE("/api/areas/{area_id}", { params: { path: { area_id } } }));
}
