"use client";
// The next days side by side: native radios, so arrows walk along them. Days without a free time can be chosen only
// where the page then says why there is none.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { weekdayIndex } from "@/lib/datetime/calendar";
import { formatDate, formatDayNumber, type IsoDate, weekdayNames } from "@/lib/datetime/format";
import styles from "./DayStrip.module.css";

export type FreeDay = {
  date: IsoDate;
  /** How many starts are free that day. */
  free: number;
};

type Props = {
  name: string;
  legend: ReactNode;
  days: FreeDay[];
  value: IsoDate | null;
  onChange: (date: IsoDate) => void;
  explains?: boolean;
};

export function DayStrip({ name, legend, days, value, onChange, explains }: Props) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const names = weekdayNames(locale);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = value && strip.current?.querySelector<HTMLElement>(`[data-date="${value}"]`);
    if (!chosen || !strip.current) return;
    const beyond =
      chosen.offsetLeft < strip.current.scrollLeft ||
      chosen.offsetLeft + chosen.offsetWidth > strip.current.scrollLeft + strip.current.clientWidth;
    if (beyond) strip.current.scrollTo({ left: chosen.offsetLeft - 16, behavior: "smooth" });
  }, [value]);
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.strip} ref={strip}>
        {days.map(({ date, free }) => (
          <label key={date} className={styles.day} data-date={date} data-none={free === 0 || undefined}>
            <input
              type="radio"
              name={name}
              value={date}
              checked={date === value}
              disabled={free === 0 && !explains}
              onChange={() => onChange(date)}
              aria-label={t(free === 0 && explains ? "days.why" : "days.free", {
                day: formatDate(date, locale, { weekday: "long" }),
                count: free,
              })}
            />
            <span className={styles.weekday}>{names[weekdayIndex(date)]}</span>
            <span className={styles.number}>{formatDayNumber(date)}</span>
            <span className={styles.dot} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
