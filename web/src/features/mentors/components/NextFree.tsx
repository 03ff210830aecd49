"use client";
// When somebody is free next: on the reader's own clock, with the mentor's named where it shows another hour.
import { useLocale, useTranslations } from "next-intl";
import { useReaderZone } from "@/features/booking/components/useWhen";
import { formatDay, formatTime, type Instant } from "@/lib/datetime/format";
import { cityOf, sameClock } from "@/lib/datetime/zone";
import styles from "./mentors.module.css";

type Props = {
  at: Instant;
  zone: string;
  /** Of a group session. */
  seats?: number | undefined;
};

/** Without scripts nobody knows the reader's clock: then it is the mentor's, and says so. */
export function NextFree({ at, zone, seats }: Props) {
  const t = useTranslations("mentors.time");
  const locale = useLocale();
  const reader = useReaderZone("");
  const own = reader || zone;
  const when = `${formatDay(at, own, locale)}, ${formatTime(at, own, locale)}`;
  const city = cityOf(zone);
  const both = reader !== "" && !sameClock(reader, zone, at);
  return (
    <time dateTime={at} className={styles.time}>
      {reader === "" ? t("there", { when, city }) : when}
      {both && (
        <span className={styles.muted}> ({t("other", { time: formatTime(at, zone, locale), city })})</span>
      )}
      {seats !== undefined && <span className={styles.muted}> · {t("seats", { count: seats })}</span>}
    </time>
  );
}
