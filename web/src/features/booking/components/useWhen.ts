"use client";
// When a visit is, in words: on the clock of the address for visits, on the reader's own for meetings on a screen, and
// on the other clock too where the two differ: the reader's, or of who is met on the screen.
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { formatDay, formatRange, formatTime, type Instant } from "@/lib/datetime/format";
import { cityOf, readerZone, sameClock } from "@/lib/datetime/zone";

export type Timed = {
  venue?: string | null | undefined;
  zone?: string | null | undefined;
  /** Whose clock is the other one of a meeting on a screen. */
  staff_zone?: string | null | undefined;
  staff?: { zone: string } | null;
  starts_at?: string | null;
  ends_at?: string | null;
};

const never = () => () => {};

/** The reader's zone; on the server, which cannot know it, the other party's. */
export function useReaderZone(otherwise: string): string {
  return useSyncExternalStore(never, readerZone, () => otherwise);
}

/** `moment(at, visit)`: "Tue 9 June, 18:00", on the clock the visit is told by. */
export function useMoment(): (at: Instant, visit: Pick<Timed, "venue" | "zone">) => string {
  const locale = useLocale();
  const reader = useReaderZone("");
  return (at, { venue, zone }) => {
    const own = (venue === "online" && reader) || zone || "UTC";
    return `${formatDay(at, own, locale)}, ${formatTime(at, own, locale)}`;
  };
}

/** `when(line)`: "Tue 9 June, 13:00–14:00 (18:00 in London)". */
export function useWhen(): (visit: Timed) => string {
  const t = useTranslations("booking.when");
  const locale = useLocale();
  const reader = useReaderZone("");
  return ({ venue, zone, staff_zone, staff, starts_at: start, ends_at: end }) => {
    if (!start || !end || !zone) return "";
    const online = venue === "online";
    const own = (online && reader) || zone;
    const other = (online ? (staff_zone ?? staff?.zone) : reader) || zone;
    const words = formatRange(start, end, own, locale);
    if (sameClock(own, other, start)) return words;
    return `${words} (${t("other", { time: formatTime(start, other, locale), city: cityOf(other) })})`;
  };
}
