// Trying changes, and doing the fixes that were chosen. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { IsoDate } from "@/lib/datetime/format";
import type { Broken, Simulation, wishOf } from "./rules";

type Schemas = components["schemas"];
const of = (staff_id: string) => ({ params: { path: { staff_id } } });

/** What goes with a change, so that nothing breaks that was not shown. */
export function asSeen(seen: string): { "Bookings-Seen": string } {
  return { "Bookings-Seen": seen };
}

export function tryWeek(staffId: string, spans: Schemas["WeekSpan"][]): Promise<Simulation> {
  return read(api.POST("/api/staff-members/{staff_id}/hours/preview", { ...of(staffId), body: { spans } }));
}

/** `spans` null: the weekly hours again. */
export function tryDate(
  staff_id: string,
  on_date: IsoDate,
  spans: [number, number][] | null,
): Promise<Simulation> {
  return read(
    api.POST("/api/staff-members/{staff_id}/overrides/{on_date}/preview", {
      params: { path: { staff_id, on_date } },
      body: { spans },
    }),
  );
}

export function tryTimeOff(staffId: string, span: Schemas["Between"]): Promise<Simulation> {
  return read(api.POST("/api/staff-members/{staff_id}/time-off/preview", { ...of(staffId), body: span }));
}

export function tryHolidays(slug: string, days: Schemas["HolidayIn"][]): Promise<Simulation> {
  return read(
    api.POST("/api/businesses/{slug}/holidays/preview", { params: { path: { slug } }, body: { days } }),
  );
}

export function tryArea(area_id: string, area: Schemas["AreaIn"]): Promise<Simulation> {
  return read(
    api.POST("/api/areas/{area_id}/preview", {
      params: { path: { area_id } },
      body: { ...area, removed: false },
    }),
  );
}

export function tryWithoutArea(area_id: string): Promise<Simulation> {
  return read(
    api.POST("/api/areas/{area_id}/preview", {
      params: { path: { area_id } },
      body: { name: "", postcode: "", radius_m: 0, removed: true },
    }),
  );
}

/** The team's own way of changing a visit, which decides again. */
export async function doFix(visit: Broken, wish: NonNullable<ReturnType<typeof wishOf>>): Promise<void> {
  await read(
    api.POST("/api/appointments/{appointment_id}/change", {
      params: { path: { appointment_id: visit.appointment_id } },
      body: wish,
      headers: { "If-Match": `"${visit.revision}"` },
    }),
  );
}
