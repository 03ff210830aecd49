// How a team's calendar is laid out: which dates a view shows, whose lanes it has, and where in a lane things stand.
import type { components } from "@/lib/api/schema";
import { addDays, firstOfMonth, monthWeeks, weekdayIndex } from "@/lib/datetime/calendar";
import { startOfDate } from "@/lib/datetime/day";
import type { Instant, IsoDate } from "@/lib/datetime/format";

export type Calendar = components["schemas"]["CalendarOut"];
export type Staff = Calendar["staff"][number];
export type Visit = Calendar["appointments"][number];
export type Block = Calendar["blocks"][number];
export type Preview = components["schemas"]["ChangePreviewOut"];
export type Objection = Preview["objections"][number];

export const VIEWS = ["day", "week", "month"] as const;
export type View = (typeof VIEWS)[number];

/** What is looked at; all of it stands in the address. `staff` empty: everybody. */
export type Look = { view: View; date: IsoDate; staff: string[]; business: string };

/** Where an appointment is to be. */
export type Wish = { startsAt: Instant; minutes: number; staffId: string };

/** An empty place of the calendar that somebody pointed at. */
export type Spot = { staffId: string; at: Instant };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Starts snap to this many minutes. */
export const SNAP = 15;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** From the address, whatever somebody typed into it. */
export function lookFrom(params: URLSearchParams, usual: Pick<Look, "view" | "date">): Look {
  const view = VIEWS.find((known) => known === params.get("view")) ?? usual.view;
  const typed = params.get("date") ?? "";
  const date = ISO_DATE.test(typed) && !Number.isNaN(Date.parse(`${typed}T00:00:00Z`)) ? typed : usual.date;
  return {
    view,
    date,
    staff: (params.get("staff") ?? "").split(",").filter(Boolean),
    business: params.get("business") ?? "",
  };
}

/** For the address: what is usual is left out. */
export function addressOf(look: Look): string {
  const params = new URLSearchParams({ view: look.view, date: look.date });
  if (look.staff.length > 0) params.set("staff", look.staff.join(","));
  if (look.business) params.set("business", look.business);
  return `?${params.toString().replaceAll("%2C", ",")}`;
}

/** The dates a view shows, both included: whole weeks from Monday for weeks and months. */
export function rangeOf({ view, date }: Pick<Look, "view" | "date">): { first: IsoDate; last: IsoDate } {
  if (view === "day") return { first: date, last: date };
  if (view === "week") {
    const monday = addDays(date, -weekdayIndex(date));
    return { first: monday, last: addDays(monday, 6) };
  }
  const first = firstOfMonth(date);
  const monday = addDays(first, -weekdayIndex(first));
  return { first: monday, last: addDays(monday, monthWeeks(date).length * 7 - 1) };
}

export function datesOf({ first, last }: { first: IsoDate; last: IsoDate }): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The clock most of the people shown live by: the axis beside their columns follows it. */
export function sharedZone(staff: readonly Staff[], fallback: string): string {
  const counts = new Map<string, number>();
  for (const { zone } of staff) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? fallback;
}

/** A column of time: one person's date. A date has 23 or 25 hours when the clocks change. */
export type Lane = { key: string; staff: Staff; date: IsoDate; from: number; until: number };

export function laneOf(staff: Staff, date: IsoDate, zone: string): Lane {
  const from = Date.parse(startOfDate(date, zone));
  const until = Date.parse(startOfDate(addDays(date, 1), zone));
  return { key: `${staff.id} ${date}`, staff, date, from, until };
}

/** The real hours of a lane: 23 or 25 of them on the nights the clocks change. */
export function hoursOf({ from, until }: Pick<Lane, "from" | "until">): Instant[] {
  return Array.from({ length: Math.round((until - from) / HOUR) }, (_, hour) =>
    new Date(from + hour * HOUR).toISOString(),
  );
}

/** Minutes after the lane's beginning, kept within it. */
export function minutesInto(lane: Pick<Lane, "from" | "until">, at: Instant | number): number {
  const time = typeof at === "number" ? at : Date.parse(at);
  return (Math.min(Math.max(time, lane.from), lane.until) - lane.from) / MINUTE;
}

type Timed = { starts_at: Instant; ends_at: Instant };

export function touches(lane: Pick<Lane, "from" | "until">, { starts_at, ends_at }: Timed): boolean {
  return Date.parse(starts_at) < lane.until && Date.parse(ends_at) > lane.from;
}

export function lengthOf({ starts_at, ends_at }: Timed): number {
  return Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / MINUTE);
}

/** Side by side where times overlap, as the seats of one session do: each with its track and how many there are. */
export function tracksOf<T extends Timed>(items: readonly T[]): { item: T; track: number; tracks: number }[] {
  const found: { item: T; track: number; tracks: number }[] = [];
  let group: typeof found = [];
  let ends: number[] = [];
  const close = () => {
    for (const one of group) one.tracks = ends.length;
    found.push(...group);
    [group, ends] = [[], []];
  };
  for (const item of [...items].sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))) {
    const start = Date.parse(item.starts_at);
    if (ends.every((end) => end <= start)) close();
    const free = ends.findIndex((end) => end <= start);
    const track = free === -1 ? ends.length : free;
    ends[track] = Date.parse(item.ends_at);
    group.push({ item, track, tracks: 1 });
  }
  close();
  return found;
}

/** Whether something of this person already stands here; the answer to a drag before the server is asked. */
export function isTaken(calendar: Calendar, wish: Wish, except: string): boolean {
  const [start, end] = [Date.parse(wish.startsAt), Date.parse(wish.startsAt) + wish.minutes * MINUTE];
  const meets = ({ starts_at, ends_at }: Timed) => Date.parse(starts_at) < end && Date.parse(ends_at) > start;
  const own = <T extends Timed & { staff_member_id: string }>(items: readonly T[]) =>
    items.filter((item) => item.staff_member_id === wish.staffId && meets(item));
  return (
    own(calendar.appointments).some(({ id }) => id !== except) ||
    own(calendar.blocks).length > 0 ||
    own(calendar.holds).length > 0 ||
    own(calendar.time_off).some(({ state }) => state === "granted")
  );
}

/** The nearest quarter of an hour of a lane. */
export function snapped(lane: Pick<Lane, "from" | "until">, minutes: number): Instant {
  const most = (lane.until - lane.from) / MINUTE - SNAP;
  const kept = Math.min(Math.max(Math.round(minutes / SNAP) * SNAP, 0), most);
  return new Date(lane.from + kept * MINUTE).toISOString();
}

/** One of eight colours, always the same for a person; who is more than eight people further gets another mark. */
export function colourOf(staff: readonly Staff[], id: string): { colour: number; mark: number } {
  const place = Math.max(
    0,
    staff.findIndex((person) => person.id === id),
  );
  return { colour: (place % 8) + 1, mark: Math.floor(place / 8) % 3 };
}

export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}

/** What of the appointment would be different; nothing asked for is nothing sent. */
export function wishOf(visit: Visit): Wish {
  return { startsAt: visit.starts_at, minutes: lengthOf(visit), staffId: visit.staff_member_id };
}
