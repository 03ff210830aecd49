// Instants become words here and nowhere else: always in a named zone, so summer time can never shift them.
import { intlLocale } from "@/lib/i18n/intl";

/** An ISO 8601 instant with an offset, as the API sends it: "2026-06-09T09:00:00Z". */
export type Instant = string;
/** A calendar date without a zone: "2026-06-09". */
export type IsoDate = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlLocale(locale), { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

function toDate(instant: Instant): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an instant: ${instant}`);
  return date;
}

// The parts are formatted one by one and joined here: whole patterns differ between a server's and a
// browser's language data ("Tue 9 June", "Tue, 9 June"), and then the page would jump on loading.
function joinDay(locale: string, weekday: string, dayMonth: string): string {
  return locale === "en" ? `${weekday} ${dayMonth}` : `${weekday}, ${dayMonth}`;
}

/** "10:00", in the zone. */
export function formatTime(at: Instant, zone: string, locale: string): string {
  return format(locale, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(toDate(at));
}

export type DayStyle = { weekday?: "short" | "long"; year?: boolean };

/** "Tue 9 June", in the zone. */
export function formatDay(at: Instant, zone: string, locale: string, style: DayStyle = {}): string {
  const date = toDate(at);
  const weekday = format(locale, zone, { weekday: style.weekday ?? "short" }).format(date);
  const dayMonth = format(locale, zone, {
    day: "numeric",
    month: "long",
    ...(style.year ? { year: "numeric" as const } : {}),
  }).format(date);
  return joinDay(locale, weekday, dayMonth);
}

/** "Tue 9 June" from "2026-06-09": a date has no zone, so none can move it. */
export function formatDate(date: IsoDate, locale: string, style: DayStyle = {}): string {
  return formatDay(`${date}T12:00:00Z`, "UTC", locale, style);
}

/** "9 Jun 2026": as tables have it. For what the server alone draws: browsers shorten months in other ways. */
export function formatDateShort(date: IsoDate, locale: string): string {
  const at = toDate(`${date}T12:00:00Z`);
  return format(locale, "UTC", { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** "June 2026", the head of a month's calendar. */
export function formatMonth(date: IsoDate, locale: string): string {
  return format(locale, "UTC", { month: "long", year: "numeric" }).format(toDate(`${date}T12:00:00Z`));
}

/** "9", a day's number in a calendar. */
export function formatDayNumber(date: IsoDate): string {
  return String(Number(date.slice(8, 10)));
}

/** Weekday names from Monday: "Mon", "Tue", ... */
export function weekdayNames(locale: string, width: "short" | "long" = "short"): string[] {
  const monday = Date.UTC(2024, 0, 1);
  return Array.from({ length: 7 }, (_, index) =>
    format(locale, "UTC", { weekday: width }).format(new Date(monday + index * 86_400_000)),
  );
}

/** "Tue 9 June, 10:00–12:00"; when it ends on another day: "Tue 9 June, 23:00 – Wed 10 June, 01:00". */
export function formatRange(startsAt: Instant, endsAt: Instant, zone: string, locale: string): string {
  const [firstDay, lastDay] = [formatDay(startsAt, zone, locale), formatDay(endsAt, zone, locale)];
  const [start, end] = [formatTime(startsAt, zone, locale), formatTime(endsAt, zone, locale)];
  if (firstDay === lastDay) return `${firstDay}, ${start}–${end}`;
  return `${firstDay}, ${start} – ${lastDay}, ${end}`;
}
