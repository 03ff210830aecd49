// Sums on calendar dates ("2026-06-09"), for month grids. No clock and no zone in here.
import type { IsoDate } from "./format";

const DAY = 86_400_000;

function epoch(date: IsoDate): number {
  const value = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(value)) throw new RangeError(`Not a date: ${date}`);
  return value;
}

function iso(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return iso(epoch(date) + days * DAY);
}

/** The same day of another month, or that month's last day: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = new Date(epoch(date));
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  return iso(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(from.getUTCDate(), last.getUTCDate())),
  );
}

export function firstOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`;
}

export function sameMonth(one: IsoDate, other: IsoDate): boolean {
  return one.slice(0, 7) === other.slice(0, 7);
}

/** 0 for Monday to 6 for Sunday (ISO 8601). */
export function weekdayIndex(date: IsoDate): number {
  return (new Date(epoch(date)).getUTCDay() + 6) % 7;
}

/** The weeks a month touches, Monday first; days of the neighbouring months are null. */
export function monthWeeks(date: IsoDate): (IsoDate | null)[][] {
  const first = firstOfMonth(date);
  const count = (epoch(addMonths(first, 1)) - epoch(first)) / DAY;
  const cells: (IsoDate | null)[] = Array.from({ length: weekdayIndex(first) }, () => null);
  for (let day = 0; day < count; day += 1) cells.push(addDays(first, day));
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The calendar date of an instant in a zone. */
export function dateIn(zone: string, at: Date): IsoDate {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}`;
}
