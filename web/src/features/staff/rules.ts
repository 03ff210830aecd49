// Sums on a working week: minutes after midnight as people write them, and what is wrong before the server is asked.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Week = Schemas["WeekOut"];
export type Span = Schemas["WeekSpan"];
export type Override = Omit<Schemas["OverrideOut"], "spans"> & { spans: number[][] };
export type TimeOff = Schemas["TimeOffOut"];
export type NewTimeOff = Schemas["TimeOffIn"];
export type Area = Schemas["AreaOut"];
export type NewArea = Schemas["AreaIn"];
export type StaffCard = Schemas["StaffCard"];

export const DAY_MINUTES = 24 * 60;

/** One line of the editor: times as typed, "" while empty. */
export type Row = {
  key: number;
  weekday: number;
  kind: "work" | "break";
  from: string;
  until: string;
  serviceId: string | null;
};

export type RowFault = "missing" | "overlap" | "breakOutside";

/** "09:30" from 570; past midnight it begins again: 1500 is "01:00". */
export function clockOf(minute: number): string {
  const within = minute % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

/** 570 from "09:30"; null for anything that is no time of day. */
export function minuteOf(clock: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(clock);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** Start and end in minutes; an end that is not after the start lies on the next day. Null while something is missing. */
export function minutesOf({ from, until }: Pick<Row, "from" | "until">): [number, number] | null {
  const [start, end] = [minuteOf(from), minuteOf(until)];
  if (start === null || end === null) return null;
  return [start, end > start ? end : end + DAY_MINUTES];
}

/** Whether it runs beyond midnight; up to midnight itself is the same evening to everybody. */
export function overMidnight(row: Pick<Row, "from" | "until">): boolean {
  const minutes = minutesOf(row);
  return minutes !== null && minutes[1] > DAY_MINUTES;
}

export function rowsOf(spans: readonly Span[]): Row[] {
  return spans.map((span, key) => ({
    key,
    weekday: span.weekday,
    kind: span.kind ?? "work",
    from: clockOf(span.start_minute),
    until: clockOf(span.end_minute),
    serviceId: span.service_id ?? null,
  }));
}

/** Null while a line is not filled in. */
export function spansOf(rows: readonly Row[]): Span[] | null {
  const spans: Span[] = [];
  for (const row of rows) {
    const minutes = minutesOf(row);
    if (!minutes) return null;
    spans.push({
      weekday: row.weekday,
      start_minute: minutes[0],
      end_minute: minutes[1],
      kind: row.kind,
      service_id: row.serviceId,
    });
  }
  return spans;
}

/** What the server would refuse, or what can't have been meant, by the line's key. The first of two overlapping lines is
 * left alone: one remark says enough. */
export function faultsOf(rows: readonly Row[]): Map<number, RowFault> {
  const faults = new Map<number, RowFault>();
  for (const row of rows) {
    const minutes = minutesOf(row);
    if (!minutes) {
      faults.set(row.key, "missing");
      continue;
    }
    const earlier = rows
      .slice(0, rows.indexOf(row))
      .filter(
        (other) =>
          other.kind === row.kind && other.weekday === row.weekday && other.serviceId === row.serviceId,
      );
    if (earlier.some((other) => meet(minutes, minutesOf(other)))) faults.set(row.key, "overlap");
    else if (
      row.kind === "break" &&
      !rows.some((work) => work.kind === "work" && around(work, row.weekday, minutes))
    )
      faults.set(row.key, "breakOutside");
  }
  return faults;
}

type Minutes = [number, number];

function meet(one: Minutes, other: Minutes | null): boolean {
  return other !== null && one[0] < other[1] && other[0] < one[1];
}

/** Whether these hours hold a break. A break belongs to the date it lies on, so the night before counts too. */
function around(work: Row, weekday: number, pause: Minutes): boolean {
  const hours = minutesOf(work);
  if (!hours) return false;
  const shift = work.weekday === weekday ? 0 : work.weekday === (weekday + 6) % 7 ? DAY_MINUTES : null;
  return shift !== null && hours[0] <= pause[0] + shift && pause[1] + shift <= hours[1];
}

/** Monday's lines on Tuesday to Friday, instead of what stood there. Hours of single services stay. */
export function mondayOnWeekdays(rows: readonly Row[], newKey: () => number): Row[] {
  const monday = rows.filter((row) => row.weekday === 0 && row.serviceId === null);
  const kept = rows.filter((row) => row.weekday === 0 || row.weekday > 4 || row.serviceId !== null);
  const copies = [1, 2, 3, 4].flatMap((weekday) => monday.map((row) => ({ ...row, weekday, key: newKey() })));
  return [...kept, ...copies];
}

export const LEAST_KM = 0.5;
export const MOST_KM = 100;

/** Metres from kilometres as typed, with a point or a comma; null when it is no sensible distance. */
export function metresOf(typed: string): number | null {
  const km = Number(typed.trim().replace(",", "."));
  if (!Number.isFinite(km) || km < LEAST_KM || km > MOST_KM) return null;
  return Math.round(km * 1000);
}
