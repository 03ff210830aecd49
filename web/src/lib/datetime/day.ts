// From a date on the wall to the instants it begins and ends at in a zone.
import { addDays, dateIn } from "./calendar";
import type { Instant, IsoDate } from "./format";
import { offsetMinutes } from "./zone";

/** The instant at which a date begins in a zone. Where a clock change skips midnight, the first instant of that date;
 * the offset is read twice because the first guess may lie on the other side of the change. */
export function startOfDate(date: IsoDate, zone: string): Instant {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  const at = (offset: number) => new Date(asUtc - offset * 60_000);
  const guess = at(offsetMinutes(zone, at(0).toISOString()));
  const found = at(offsetMinutes(zone, guess.toISOString()));
  return (dateIn(zone, found) < date ? guess : found).toISOString();
}

/** Today in a zone, with the instants at which it begins and ends. */
export function dayAround(now: Date, zone: string): { date: IsoDate; from: Instant; before: Instant } {
  const date = dateIn(zone, now);
  return { date, from: startOfDate(date, zone), before: startOfDate(addDays(date, 1), zone) };
}
