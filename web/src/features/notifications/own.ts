// One's own messages: where they lead, on which day they came, and what is wanted where.
import type { components } from "@/lib/api/schema";
import { dateIn } from "@/lib/datetime/calendar";
import type { IsoDate } from "@/lib/datetime/format";
import { locales, routing } from "@/lib/i18n/routing";

export type OwnMessage = components["schemas"]["OwnMessageOut"];
export type Choices = components["schemas"]["MessageChoicesOut"];
export type Device = components["schemas"]["DeviceOut"];
export type Muted = components["schemas"]["MutedChoice"];
export type OwnPage = { messages: OwnMessage[]; next: string | null };

/** How many stand on a page of the list. */
export const ON_A_PAGE = 25;

/** The page of ours that a message leads to, without the language, which the reader's own takes the place of; null for
 * whatever leads elsewhere. `site` is our own origin. */
export function pageIn(link: string, site: string): string | null {
  const url = ownUrl(link, site);
  if (!url) return null;
  const [, first = ""] = url.pathname.split("/");
  const isPrefix = first !== routing.defaultLocale && locales.some((locale) => locale === first);
  const path = isPrefix ? url.pathname.slice(first.length + 1) || "/" : url.pathname;
  // "/uk//host" would be another site without its language.
  return path.startsWith("//") ? null : path + url.search + url.hash;
}

/** An address when it is one of our own origin, else null. */
export function ownUrl(link: string, site: string): URL | null {
  try {
    const url = new URL(link);
    const isPlain = url.protocol === "https:" || url.protocol === "http:";
    return isPlain && url.origin === new URL(site).origin && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

export type Day = { date: IsoDate; messages: OwnMessage[] };

/** As they come, the newest first, with the day on which they did in the reader's zone. */
export function byDay(messages: readonly OwnMessage[], zone: string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const date = dateIn(zone, new Date(message.created_at));
    const last = days.at(-1);
    if (last?.date === date) last.messages.push(message);
    else days.push({ date, messages: [message] });
  }
  return days;
}

/** The list with some marked as read, null: all of them. What was read before keeps when. */
export function withRead(page: OwnPage, ids: readonly string[] | null, at: string): OwnPage {
  const isNow = ({ id, read_at }: OwnMessage) => !read_at && (ids === null || ids.includes(id));
  const messages = page.messages.map((each) => (isNow(each) ? { ...each, read_at: at } : each));
  return { ...page, messages };
}

export function isMuted(muted: readonly Muted[], { kind, channel }: Muted): boolean {
  return muted.some((each) => each.kind === kind && each.channel === channel);
}

/** What is not wanted, once one kind is or is not over one channel; the rest stays, known here or not. */
export function choose(muted: readonly Muted[], which: Muted, isWanted: boolean): Muted[] {
  const others = muted.filter((each) => each.kind !== which.kind || each.channel !== which.channel);
  return isWanted ? others : [...others, which];
}

/** The number on the bell: nothing for none, two figures at most. */
export function inFigures(count: number): string {
  if (count <= 0) return "";
  return count > 99 ? "99+" : String(count);
}

/** The word of a short link, of what stands behind the #; null for what can be none. */
export function wordOf(hash: string): string | null {
  const word = hash.replace(/^#/, "").trim();
  return /^[0-9a-z]{12}$/i.test(word) ? word : null;
}
