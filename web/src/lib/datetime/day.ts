// From a date on the wall to the instants it begins and ends at in a zone.
import { addDays, dateIn } from "./calendar";
import type { Instant, IsoDate } from "./format";
import { offsetMinutes } from "./zone";

const DAY_MS = 86_400_000;

/** The instant at which a date begins in a zone. Where a clock change skips midnight, the first instant of that date;
 * the offset is read twice because the first guess may lie on the other side of the change. */
export function startOfDate(date: IsoDate, zone: string): Instant {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  const at = (offset: number) => new Date(asUtc - offset * 60_000);
  const guess = at(offsetMinutes(zone, at(0).toISOString()));
  const found = at(offsetMinutes(zone, guess.toISOString()));
  return (dateIn(zone, found) < date ? guess : found).toISOString();
}

/** The instant of a time of day, in minutes after midnight (past 1440 on the next date), on a date in a zone. A time that
 * a clock change skips is read with the offset before it. */
export function instantAt(date: IsoDate, minute: number, zone: string): Instant {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const at = (offset: number) => new Date(asUtc - offset * 60_000);
  const before = offsetMinutes(zone, new Date(asUtc - 86_400_000).toISOString());
  const found = at(offsetMinutes(zone, at(before).toISOString()));
  const isRight = found.getTime() + offsetMinutes(zone, found.toISOString()) * 60_000 === asUtc;
  return (isRight ? found : at(before)).toISOString();
}

/** Today in a zone, with the instants at which it begins and ends. */
export function dayAround(now: Date, zone: string): { date: IsoDate; from: Instant; before: Instant } {
  const date = dateIn(zone, now);
  return { date, from: startOfDate(date, zone), before: startOfDate(addDays(date, 1), zone) };
}

/** The instant a clock on the wall shows a time ("10:30") of a date. A time that comes twice is the first one; one that is
 * skipped is read with the offset before the gap, as everywhere in the product (docs/algorithms/slots.md). */
export function atWall(date: IsoDate, time: string, zone: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offset = (at: number) => offsetMinutes(zone, new Date(at).toISOString());
  const [before, after] = [offset(asUtc - DAY_MS), offset(asUtc + DAY_MS)];
  const fits = [before, after].find((ahead) => offset(asUtc - ahead * 60_000) === ahead);
  return new Date(asUtc - (fits ?? before) * 60_000).toISOString();
}
