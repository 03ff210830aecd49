"use client";
// A month of days, those with free times to choose from. A grid after the ARIA authoring practices: one tab stop,
// arrows by day and week, Home and End within the week, Page Up and Down by month.
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import {
  addDays,
  addMonths,
  firstOfMonth,
  monthWeeks,
  sameMonth,
  weekdayIndex,
} from "@/lib/datetime/calendar";
import { formatDate, formatDayNumber, formatMonth, type IsoDate, weekdayNames } from "@/lib/datetime/format";
import { IconButton } from "./IconButton";
import styles from "./MonthCalendar.module.css";

type Props = {
  /** The month shown: any date of it. */
  month: IsoDate;
  onMonth: (firstOfMonth: IsoDate) => void;
  /** Free starts by date; a date that is missing has none. */
  free: ReadonlyMap<IsoDate, number>;
  today: IsoDate;
  /** The horizon: nothing can be booked after it. */
  last: IsoDate;
  value: IsoDate | null;
  onChange: (date: IsoDate) => void;
  loading?: boolean;
  /** Days without a free time can be chosen too: the page then says why there is none. */
  explains?: boolean;
  /** The first date there is; today where none is said. */
  first?: IsoDate;
  /** What a day is called for those who hear it, where its count is not of free times. */
  nameDay?: (day: string, count: number) => string;
};

const steps: Record<string, (date: IsoDate) => IsoDate> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  Home: (date) => addDays(date, -weekdayIndex(date)),
  End: (date) => addDays(date, 6 - weekdayIndex(date)),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
};

/** Where the tab key lands: on the chosen day, else on the first free one, else on today or the first. */
function entry(month: IsoDate, { value, free, today }: Pick<Props, "value" | "free" | "today">): IsoDate {
  if (value && sameMonth(value, month)) return value;
  const firstFree = [...free.keys()]
    .filter((date) => sameMonth(date, month) && (free.get(date) ?? 0) > 0)
    .sort()[0];
  if (firstFree) return firstFree;
  return sameMonth(today, month) ? today : firstOfMonth(month);
}

export function MonthCalendar(props: Props) {
  const { month, onMonth, free, today, last, value, onChange, loading, explains, first = today } = props;
  const t = useTranslations("ui");
  const nameDay = props.nameDay ?? ((day: string, count: number) => t("days.free", { day, count }));
  const locale = useLocale();
  const title = useId();
  const table = useRef<HTMLTableElement>(null);
  const [walked, setWalked] = useState<IsoDate | null>(null);
  const walking = useRef(false);
  const tabStop = walked && sameMonth(walked, month) ? walked : entry(month, props);

  // After an arrow key the focus follows, also into a month that has only now been drawn.
  useEffect(() => {
    if (!walking.current) return;
    walking.current = false;
    table.current?.querySelector<HTMLElement>(`[data-date="${tabStop}"]`)?.focus();
  }, [tabStop]);

  function walk(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const wanted = step(tabStop);
    const to = wanted < first ? first : wanted > last ? last : wanted;
    if (to === tabStop) return;
    walking.current = true;
    setWalked(to);
    if (!sameMonth(to, month)) onMonth(firstOfMonth(to));
  }

  const short = weekdayNames(locale);
  const long = weekdayNames(locale, "long");
  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <IconButton
          icon="chevronLeft"
          aria-label={t("calendar.previous")}
          disabled={sameMonth(first, month) || month < first}
          onClick={() => onMonth(firstOfMonth(addMonths(month, -1)))}
        />
        <h3 id={title} aria-live="polite">
          {formatMonth(month, locale)}
        </h3>
        <IconButton
          icon="chevronRight"
          aria-label={t("calendar.next")}
          disabled={firstOfMonth(addMonths(month, 1)) > last}
          onClick={() => onMonth(firstOfMonth(addMonths(month, 1)))}
        />
      </div>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is the native ground of a date grid.
        role="grid"
        aria-labelledby={title}
        aria-busy={loading || undefined}
        className={styles.grid}
        onKeyDown={walk}
      >
        <thead>
          <tr>
            {short.map((name, index) => (
              <th key={name} scope="col">
                <span aria-hidden="true">{name}</span>
                <span className="visually-hidden">{long[index]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month).map((week, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a month's weeks have no other name.
            <tr key={index}>
              {week.map((date, weekday) => {
                if (!date) return <td key={long[weekday]} />;
                const count = free.get(date) ?? 0;
                const within = date >= first && date <= last;
                const open = count > 0 && within;
                const asks = !open && explains && !loading && within;
                const day = formatDate(date, locale, { weekday: "long" });
                return (
                  <td key={date}>
                    <button
                      type="button"
                      className={styles.day}
                      data-date={date}
                      data-free={open || undefined}
                      data-asks={asks || undefined}
                      data-today={date === today || undefined}
                      data-chosen={date === value || undefined}
                      aria-current={date === today ? "date" : undefined}
                      aria-disabled={!open && !asks}
                      aria-pressed={open || asks ? date === value : undefined}
                      aria-label={asks ? t("days.why", { day }) : nameDay(day, open ? count : 0)}
                      tabIndex={date === tabStop ? 0 : -1}
                      onClick={() => {
                        setWalked(date);
                        if (open || asks) onChange(date);
                      }}
                    >
                      {formatDayNumber(date)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
