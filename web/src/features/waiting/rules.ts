// The waiting list: what an entry looks like, and the words for when it would do.
import type { components } from "@/lib/api/schema";
import { addDays } from "@/lib/datetime/calendar";
import { formatDate, type IsoDate, weekdayNames } from "@/lib/datetime/format";

export type WaitingEntry = components["schemas"]["WaitingEntryOut"];
export type TeamEntry = components["schemas"]["TeamWaitingEntryOut"];
export type WaitingOffer = components["schemas"]["WaitingOfferOut"];

export const WAITING_STATES = [
  "waiting",
  "offered",
  "booked",
  "left",
  "lapsed",
  "expired",
  "removed",
] as const;
export type WaitingState = (typeof WAITING_STATES)[number];

export const PARTS = ["morning", "afternoon", "evening"] as const;
export type Part = (typeof PARTS)[number];

export const STANDARD_SORT = "joined";
/** The longest window the server takes, in days. */
export const MOST_DAYS = 62;
/** How far ahead the form looks at first, where no day was picked. */
const A_FORTNIGHT = 14;

export function isWaitingState(word: unknown): word is WaitingState {
  return WAITING_STATES.some((each) => each === word);
}

export type Window = { first: IsoDate; last: IsoDate };

/** The days the form begins with: the one that was looked at, or a fortnight from today. */
export function firstWindow(picked: IsoDate | null, today: IsoDate): Window {
  return picked ? { first: picked, last: picked } : { first: today, last: addDays(today, A_FORTNIGHT) };
}

export type WindowFault = "noFirst" | "noLast" | "past" | "backwards" | "tooLong";

/** What is wrong with the days, if anything, and with which of the two. */
export function windowFault(
  { first, last }: Window,
  today: IsoDate,
): { field: "first" | "last"; kind: WindowFault } | null {
  if (!first) return { field: "first", kind: "noFirst" };
  if (!last) return { field: "last", kind: "noLast" };
  if (last < today) return { field: "last", kind: "past" };
  if (last < first) return { field: "last", kind: "backwards" };
  return last >= addDays(first, MOST_DAYS) ? { field: "last", kind: "tooLong" } : null;
}

/** "Tue 9 June – Fri 12 June", or one day. */
export function windowWords(entry: Pick<WaitingEntry, "first_on" | "last_on">, locale: string): string {
  const first = formatDate(entry.first_on, locale);
  return entry.first_on === entry.last_on ? first : `${first} – ${formatDate(entry.last_on, locale)}`;
}

/** "Mon, Wed"; empty for any day. */
export function weekdayWords(weekdays: readonly number[], locale: string): string {
  const names = weekdayNames(locale);
  return weekdays.map((day) => names[day] ?? "").join(", ");
}

/** Seconds an offer is still kept, on the server's clock. */
export function secondsLeft(offer: Pick<WaitingOffer, "expires_at">, now: number): number {
  return Math.max(0, Math.round((Date.parse(offer.expires_at) - now) / 1000));
}
