// What can be done with an appointment from the browser. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Instant, IsoDate } from "@/lib/datetime/format";
import type { Appointment } from "./rules";

export type Cancellation = components["schemas"]["CancellationOut"];
export type Slots = components["schemas"]["SlotsOut"];

const path = (appointment_id: string) => ({ params: { path: { appointment_id } } });

export function confirmAppointment(id: string): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/confirm", path(id)));
}

export function declineAppointment(id: string, reason: string): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/decline", { ...path(id), body: { reason } }));
}

export function completeAppointment(id: string): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/complete", path(id)));
}

export function markNoShow(id: string): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/no-show", path(id)));
}

/** What cancelling would cost at this moment. */
export function fetchCancellation(id: string): Promise<Cancellation> {
  return read(api.GET("/api/appointments/{appointment_id}/cancellation", path(id)));
}

export async function cancelAppointment(id: string): Promise<void> {
  await read(api.POST("/api/appointments/{appointment_id}/cancel", { ...path(id), body: { reason: "" } }));
}

/** Free starts to which this appointment can be moved, by day; both days included. */
export function fetchSlotsFor(id: string, first_on: IsoDate, last_on: IsoDate): Promise<Slots> {
  return read(api.GET("/api/slots", { params: { query: { appointment: id, first_on, last_on } } }));
}

export async function moveAppointment(
  id: string,
  starts_at: Instant,
  staff_id: string | null,
): Promise<void> {
  await read(
    api.POST("/api/appointments/{appointment_id}/move", { ...path(id), body: { starts_at, staff_id } }),
  );
}
