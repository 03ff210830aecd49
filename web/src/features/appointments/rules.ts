// How appointments are put in order on a page. Whether something may be done with one, its `can` says.
import type { components } from "@/lib/api/schema";
import { dateIn } from "@/lib/datetime/calendar";
import type { Instant, IsoDate } from "@/lib/datetime/format";

export type Appointment = components["schemas"]["AppointmentOut"];
export type Order = components["schemas"]["OrderOut"];
export type OrderLine = Order["lines"][number];
export type ChangeRequest = components["schemas"]["ChangeRequestOut"];
export type RequestKind = "move" | "cancel";

/** Parts of a day somebody may wish for, the widest first. */
export const DAY_PARTS = ["any", "morning", "afternoon", "evening"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export function isDayPart(word: string): word is DayPart {
  return DAY_PARTS.some((part) => part === word);
}

/** A line whose visit is known: where, when and with whom. */
export type Visit = {
  order: Order;
  line: OrderLine;
  appointmentId: string;
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  state: Appointment["state"];
};

/** By the date on which each starts in the zone, dates and starts in order. */
export function byDate(
  appointments: readonly Appointment[],
  zoneOf: (appointment: Appointment) => string,
): [IsoDate, Appointment[]][] {
  const days = new Map<IsoDate, Appointment[]>();
  for (const appointment of inOrder(appointments)) {
    const date = dateIn(zoneOf(appointment), new Date(appointment.starts_at));
    days.set(date, [...(days.get(date) ?? []), appointment]);
  }
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}

/** By staff member, names in order. */
export function byStaff(appointments: readonly Appointment[]): [string, Appointment[]][] {
  const people = new Map<string, Appointment[]>();
  for (const appointment of inOrder(appointments)) {
    const { name } = appointment.staff_member;
    people.set(name, [...(people.get(name) ?? []), appointment]);
  }
  return [...people].sort(([one], [other]) => one.localeCompare(other));
}

export function inOrder(appointments: readonly Appointment[]): Appointment[] {
  return [...appointments].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at));
}

/** Agreed or already over. What was only asked for waits in a list of its own, and what was called off in none. */
export function isBooked({ state }: Appointment): boolean {
  return state !== "cancelled" && state !== "pending";
}

/** Still to come, or at least not closed: the way there and the code of the door are needed. */
export function isAhead({ state }: { state: Appointment["state"] }): boolean {
  return state === "pending" || state === "confirmed";
}

/** What a cleaner calls a customer at the door; the whole name where there is but one word. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** A search on whatever map the device has: an address typed into the common web form. */
export function directionsTo(address: string): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
}

/** Whether it is still to come: nobody has closed it, and its end has not passed. */
export function liesAhead({ state, endsAt }: Pick<Visit, "state" | "endsAt">, now: Instant): boolean {
  return isAhead({ state }) && Date.parse(endsAt) > Date.parse(now);
}

/** The name of a visit's place on the page of its order. */
export function visitAnchor(appointmentId: string): string {
  return `visit-${appointmentId}`;
}

/** The visits of orders that still lie ahead, the next one first. */
export function visitsAhead(orders: readonly Order[], now: Instant): Visit[] {
  return orders
    .flatMap(visitsOf)
    .filter((visit) => liesAhead(visit, now))
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
}

export function visitsOf(order: Order): Visit[] {
  return order.lines.flatMap((line) => {
    const { appointment_id, starts_at, ends_at, zone, state } = line;
    if (!appointment_id || !starts_at || !ends_at || !zone || !state) return [];
    return {
      order,
      line,
      appointmentId: appointment_id,
      startsAt: starts_at,
      endsAt: ends_at,
      zone,
      state: state as Appointment["state"],
    };
  });
}
