// A day of starts put into lines that a person can read: neighbours with the same reasons become one line.
import type { components } from "@/lib/api/schema";
import { formatDay, formatTime, type Instant } from "@/lib/datetime/format";

export type Day = components["schemas"]["WhyNotOut"];
export type Start = Day["starts"][number];
export type Reason = Start["reasons"][number];
export type Change = components["schemas"]["ChangeOut"];

/** Somebody who may be asked for, with what they deliver. */
export type Person = {
  id: string;
  name: string;
  zone: string;
  /** `travels`: it is done at the customer's door. */
  services: { id: string; name: string; travels: boolean }[];
};

/** Consecutive starts that are all free, or all refused for the same reasons. */
export type Stretch = { free: boolean; starts: Start[] };

/** Codes, and the facts a reader sees: two visits in the way of two starts are two lines. */
function keyOf(start: Start): string {
  if (start.is_open) return "free";
  return start.reasons
    .map(({ code, starts_at, ends_at, need, have, why }) =>
      // How much is missing changes with each start; what is in the way does not.
      code === "buffer" || code === "travel"
        ? `${code} ${starts_at}`
        : [code, starts_at, ends_at, need, have, why].join(" "),
    )
    .join("|");
}

export function stretchesOf(starts: readonly Start[]): Stretch[] {
  const stretches: Stretch[] = [];
  let last = "";
  for (const start of starts) {
    const key = keyOf(start);
    const open = stretches.at(-1);
    if (open && key === last) open.starts.push(start);
    else stretches.push({ free: start.is_open, starts: [start] });
    last = key;
  }
  return stretches;
}

/** The change that opens every start of a stretch, when it is the same one; otherwise each start says its own. */
export function sharedChange(starts: readonly Start[]): Change | null {
  const [first] = starts;
  const change = first?.smallest_change ?? null;
  return starts.every((start) => start.smallest_change?.words === change?.words) ? change : null;
}

/** "12:00–12:30", with the day where it is not the one looked at. */
export function spanText(
  from: Instant | null | undefined,
  until: Instant | null | undefined,
  zone: string,
  locale: string,
  date: string,
): string {
  if (!from) return "";
  const day = (at: Instant) => formatDay(at, zone, locale);
  const home = formatDay(`${date}T12:00:00Z`, "UTC", locale);
  const say = (at: Instant, beside: string) =>
    day(at) === beside ? formatTime(at, zone, locale) : `${day(at)}, ${formatTime(at, zone, locale)}`;
  if (!until) return say(from, home);
  const end = formatTime(until, zone, locale);
  // Up to midnight is the same evening.
  const endText = end === "00:00" ? end : say(until, day(from));
  return `${say(from, home)}–${endText}`;
}

/** Hours and minutes of a length in seconds, rounded up to the minute. */
export function lengthOf(seconds: number): { hours: number; minutes: number } {
  const all = Math.ceil(Math.max(0, seconds) / 60);
  return { hours: Math.floor(all / 60), minutes: all % 60 };
}
