// What can be done with an appointment from the browser. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Instant } from "@/lib/datetime/format";
import type { Appointment } from "./rules";

export type Cancellation = components["schemas"]["CancellationOut"];
export type Absence = components["schemas"]["AbsenceOut"];
export type Wished = components["schemas"]["AskIn"];
export type Place = components["schemas"]["ElsewhereOut"];

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

/** What it would mean that its customer, or the team, was not there. */
export function fetchAbsence(
  id: string,
  of: "customer" | "team",
  token: string | undefined,
  signal: AbortSignal,
): Promise<Absence> {
  return read(
    api.GET("/api/appointments/{appointment_id}/absence", {
      params: { path: { appointment_id: id }, query: { of } },
      ...proof(token),
      signal,
    }),
  );
}

/** `token` is of what was shown: when it means anything else by now, nothing happens. */
export function markNoShow(id: string, { token }: Pick<Absence, "token">): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/no-show", { ...path(id), body: { token } }));
}

export function undoNoShow(id: string): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/no-show/undo", path(id)));
}

export type Restoration = components["schemas"]["RestorationOut"];

/** What it would mean that a visit which was called off stands again. */
export function fetchRestoration(id: string, signal: AbortSignal): Promise<Restoration> {
  return read(api.GET("/api/appointments/{appointment_id}/restoration", { ...path(id), signal }));
}

export function restoreAppointment(id: string, { token }: Pick<Restoration, "token">): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/restore", { ...path(id), body: { token } }));
}

export type MoveBack = components["schemas"]["MoveBackOut"];

/** Where a visit that was moved would be again. */
export function fetchMoveBack(id: string, signal: AbortSignal): Promise<MoveBack> {
  return read(api.GET("/api/appointments/{appointment_id}/move/undo", { ...path(id), signal }));
}

export function undoMove(id: string, { token }: Pick<MoveBack, "token">): Promise<Appointment> {
  return read(api.POST("/api/appointments/{appointment_id}/move/undo", { ...path(id), body: { token } }));
}

/** Nobody came to the customer. */
export function markNotServed(
  id: string,
  { token }: Pick<Absence, "token">,
  reason: string,
): Promise<Appointment> {
  return read(
    api.POST("/api/appointments/{appointment_id}/not-served", { ...path(id), body: { token, reason } }),
  );
}

/** The order's link goes along as a header and never in an address. */
const proof = (token: string | undefined) => (token ? { headers: { "X-Order-Token": token } } : {});

/** What cancelling would cost at this moment. */
export function fetchCancellation(
  id: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Cancellation> {
  return read(
    api.GET("/api/appointments/{appointment_id}/cancellation", { ...path(id), ...proof(token), signal }),
  );
}

/** `shown` is what the reader was told that it means: when it means anything else by now, nothing happens. */
export async function cancelAppointment(
  id: string,
  reason: string,
  shown: Pick<Cancellation, "token">,
  token?: string,
): Promise<void> {
  await read(
    api.POST("/api/appointments/{appointment_id}/cancel", {
      ...path(id),
      ...proof(token),
      body: { reason, token: shown.token },
    }),
  );
}

export async function moveAppointment(
  id: string,
  {
    reason = "",
    ...time
  }: { starts_at: Instant; staff_id: string | null; address_id?: string | null; reason?: string },
  token?: string,
): Promise<void> {
  await read(
    api.POST("/api/appointments/{appointment_id}/move", {
      ...path(id),
      ...proof(token),
      body: { ...time, reason },
    }),
  );
}

/** Addresses of its customer that it could be moved to, and how each stands to it. */
export function fetchPlaces(id: string, token: string | undefined, signal: AbortSignal): Promise<Place[]> {
  return read(api.GET("/api/appointments/{appointment_id}/places", { ...path(id), ...proof(token), signal }));
}

/** One more address of its customer; the visit stays where it is. */
export function addPlace(
  id: string,
  typed: components["schemas"]["CustomerAddressIn"],
  token?: string,
): Promise<Place> {
  const { line2 = "", access_notes, ...address } = typed;
  return read(
    api.POST("/api/appointments/{appointment_id}/places", {
      ...path(id),
      ...proof(token),
      body: { ...address, line2, access_notes: access_notes ?? "" },
    }),
  );
}

/** A new secret address of one's own appointments; the one before stops working. */
export async function openFeed(): Promise<string | null> {
  return (await read(api.POST("/api/my/calendar-feed"))).url;
}

export async function closeFeed(): Promise<void> {
  await read(api.DELETE("/api/my/calendar-feed"));
}

/** Asks whoever looks after the visit; it stays as it is meanwhile. */
export async function askForChange(id: string, wished: Wished, token?: string): Promise<void> {
  await read(
    api.POST("/api/appointments/{appointment_id}/change-requests", {
      ...path(id),
      ...proof(token),
      body: wished,
    }),
  );
}

const request = (request_id: string) => ({ params: { path: { request_id } } });

/** Of a proposal this is "no, thank you". */
export async function withdrawRequest(id: string, token?: string): Promise<void> {
  await read(api.POST("/api/change-requests/{request_id}/withdraw", { ...request(id), ...proof(token) }));
}

/** Takes the proposed time, named as it was read. */
export async function takeProposal(id: string, starts_at: Instant, token?: string): Promise<void> {
  await read(
    api.POST("/api/change-requests/{request_id}/take", {
      ...request(id),
      ...proof(token),
      body: { starts_at },
    }),
  );
}
