"use client";
// A month: how full each day is, its first visits, and the way into the day.
import { useLocale, useTranslations } from "next-intl";
import { dateIn, sameMonth } from "@/lib/datetime/calendar";
import { formatDate, formatDayNumber, type IsoDate, weekdayNames } from "@/lib/datetime/format";
import { type Calendar, colourOf, type Staff, type Visit } from "../rules";
import styles from "./MonthTable.module.css";
import { VisitChip } from "./VisitChip";

/** A cell shows this many visits and says how many more there are. */
const SHOWN = 3;

type Props = {
  calendar: Calendar;
  staff: Staff[];
  dates: IsoDate[];
  month: IsoDate;
  today: IsoDate;
  label: string;
  onDay: (date: IsoDate) => void;
  onOpen: (visit: Visit) => void;
};

export function MonthTable({ calendar, staff, dates, month, today, label, onDay, onOpen }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const people = new Map(staff.map((person) => [person.id, person]));
  const days = new Map<IsoDate, Visit[]>();
  for (const visit of calendar.appointments) {
    const person = people.get(visit.staff_member_id);
    if (!person) continue;
    const date = dateIn(person.zone, new Date(visit.starts_at));
    const known = days.get(date);
    if (known) known.push(visit);
    else days.set(date, [visit]);
  }
  const holidays = new Map(calendar.holidays.map(({ on_date, name }) => [on_date, name]));
  const weeks = Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.box} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {weekdayNames(locale).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const visits = days.get(date) ?? [];
                return (
                  <td key={date} data-outside={!sameMonth(date, month) || undefined}>
                    <button
                      type="button"
                      className={styles.day}
                      aria-current={date === today ? "date" : undefined}
                      onClick={() => onDay(date)}
                    >
                      <span className={styles.number} aria-hidden="true">
                        {formatDayNumber(date)}
                      </span>
                      <span className="visually-hidden">
                        {t("dayCount", { day: formatDate(date, locale), count: visits.length })}
                      </span>
                      {visits.length > 0 && (
                        <span className={styles.count} aria-hidden="true">
                          {visits.length}
                        </span>
                      )}
                    </button>
                    {holidays.has(date) && <p className={styles.holiday}>{holidays.get(date)}</p>}
                    {visits.slice(0, SHOWN).map((visit) => {
                      const person = people.get(visit.staff_member_id);
                      return (
                        <VisitChip
                          key={visit.id}
                          visit={visit}
                          zone={person?.zone ?? "Europe/London"}
                          {...(person &&
                            staff.length > 1 && {
                              person: { name: person.name, ...colourOf(staff, person.id) },
                            })}
                          onOpen={onOpen}
                        />
                      );
                    })}
                    {visits.length > SHOWN && (
                      <button type="button" className={styles.more} onClick={() => onDay(date)}>
                        {t("more", { count: visits.length - SHOWN })}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
