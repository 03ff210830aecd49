// Whose clock is it? The reader's zone, the other party's, and when the difference must be said.
import type { Instant } from "./format";

/** Minutes the zone is ahead of UTC at this instant, summer time included. */
export function offsetMinutes(zone: string, at: Instant): number {
  const date = new Date(at);
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(date);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return Math.round((wall - Math.floor(date.getTime() / 1000) * 1000) / 60_000);
}

/** Whether two zones show the same wall time at this instant: then naming the zone would only puzzle. */
export function sameClock(zone: string, other: string, at: Instant): boolean {
  return offsetMinutes(zone, at) === offsetMinutes(other, at);
}

/** "New York" from "America/New_York": the zone's own name, for "New York time". Abbreviations (EET) puzzle people. */
export function cityOf(zone: string): string {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  return city === "Kiev" ? "Kyiv" : city; // Browsers still answer with the name the zone had until 2022.
}

/** The zone this browser is set to. On the server there is no reader yet: pass the business's zone there. */
export function readerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
