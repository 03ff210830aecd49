"use client";
// From when to when, in the place's own time; the zone is named when the reader's clock shows another hour.
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { formatRange, formatTime, type Instant } from "@/lib/datetime/format";
import { cityOf, readerZone, sameClock } from "@/lib/datetime/zone";
import styles from "./TimeRange.module.css";

type Props = {
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  /** Another clock it is told by too, where that shows another hour: of who is met on the screen. */
  theirs?: string | null | undefined;
};

const never = () => () => {};

export function TimeRange({ startsAt, endsAt, zone, theirs }: Props) {
  const t = useTranslations("ui");
  const locale = useLocale();
  // The server does not know the reader's zone: it names none, and the browser adds it.
  const reader = useSyncExternalStore(never, readerZone, () => zone);
  return (
    <span className={styles.range}>
      <time dateTime={startsAt}>{formatRange(startsAt, endsAt, zone, locale)}</time>
      {!sameClock(zone, reader, startsAt) && (
        <span className={styles.zone}>
          {t("zone.differs", { city: cityOf(zone), time: formatTime(startsAt, reader, locale) })}
        </span>
      )}
      {theirs && !sameClock(zone, theirs, startsAt) && (
        <span className={styles.zone}>
          {t("zone.theirs", { city: cityOf(theirs), time: formatTime(startsAt, theirs, locale) })}
        </span>
      )}
    </span>
  );
}
