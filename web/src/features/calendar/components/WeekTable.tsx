"use client";
// A week of many people: a row for each, a column a day. A visit is dragged to another day or person at the same time.
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { Icon } from "@/components/ui/Icon";
import { dateIn } from "@/lib/datetime/calendar";
import { atWall } from "@/lib/datetime/day";
import { formatDate, formatTime, type IsoDate } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import {
  type Calendar,
  isTaken,
  laneOf,
  lengthOf,
  type Spot,
  type Staff,
  touches,
  type Visit,
  type Wish,
} from "../rules";
import { useDrag } from "./drag";
import { VisitChip } from "./VisitChip";
import styles from "./WeekTable.module.css";

type Props = {
  calendar: Calendar;
  staff: Staff[];
  dates: IsoDate[];
  zone: string;
  label: string;
  onDay: (date: IsoDate) => void;
  onOpen: (visit: Visit) => void;
  onSpot: (spot: Spot) => void;
  onWish: (visit: Visit, wish: Wish) => void;
};

export function WeekTable({ calendar, staff, dates, zone, label, onDay, onOpen, onSpot, onWish }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  const over = useRef<HTMLElement | null>(null);
  const wish = useRef<Wish | null>(null);
  const [dragging, setDragging] = useState<Visit | null>(null);
  const cells = useMemo(() => byCell(calendar), [calendar]);

  const { onPointerDown, clicked } = useDrag<Visit>({
    pick: (target) => {
      const id = target.closest<HTMLElement>("[data-visit]")?.dataset.visit;
      const visit = calendar.appointments.find((one) => one.id === id);
      return visit?.can_move ? visit : null;
    },
    begin: ({ what }) => setDragging(what),
    move: ({ what }, x, y) => {
      const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-cell]") ?? null;
      if (cell === over.current) return;
      if (over.current) delete over.current.dataset.over;
      over.current = cell;
      wish.current = cell ? wishAt(calendar, what, cell.dataset.person ?? "", cell.dataset.cell ?? "") : null;
      if (cell && wish.current)
        cell.dataset.over = isTaken(calendar, wish.current, what.id) ? "taken" : "free";
    },
    drop: ({ what }) => {
      const wanted = wish.current;
      const same =
        wanted?.staffId === what.staff_member_id &&
        Date.parse(wanted.startsAt) === Date.parse(what.starts_at);
      if (wanted && !same) onWish(what, wanted);
    },
    end: () => {
      if (over.current) delete over.current.dataset.over;
      over.current = wish.current = null;
      setDragging(null);
    },
    box: () => box.current,
  });
  const open = useCallback((visit: Visit) => clicked() && onOpen(visit), [clicked, onOpen]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={box} className={styles.box} aria-label={label} tabIndex={0} onPointerDown={onPointerDown}>
      <table className={styles.table} data-dragging={dragging ? "" : undefined}>
        <thead>
          <tr>
            <th scope="col">{t("change.who")}</th>
            {dates.map((date) => (
              <th key={date} scope="col">
                <button type="button" className={styles.day} onClick={() => onDay(date)}>
                  {formatDate(date, locale)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <tr key={person.id} data-unable={isUnable(person, dragging) || undefined}>
              <th scope="row">
                {person.name}
                {person.zone !== zone && (
                  <span className={styles.zone}>{t("cityTime", { city: cityOf(person.zone) })}</span>
                )}
              </th>
              {dates.map((date) => (
                <td
                  key={date}
                  data-cell={date}
                  data-person={person.id}
                  data-closed={!isOpen(person, date) || undefined}
                >
                  <Away calendar={calendar} person={person} date={date} />
                  {(cells.get(`${person.id} ${date}`) ?? []).map((visit) => (
                    <VisitChip
                      key={visit.id}
                      visit={visit}
                      zone={person.zone}
                      isDragged={dragging?.id === visit.id}
                      onOpen={open}
                    />
                  ))}
                  <button
                    type="button"
                    className={styles.add}
                    aria-label={t("addIn", { name: `${person.name}, ${formatDate(date, locale)}` })}
                    onClick={() => onSpot({ staffId: person.id, at: opening(person, date) })}
                  >
                    <Icon name="plus" size={16} />
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Away({ calendar, person, date }: { calendar: Calendar; person: Staff; date: IsoDate }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const lane = laneOf(person, date, person.zone);
  const mine = <T extends { staff_member_id: string; starts_at: string; ends_at: string }>(
    items: readonly T[],
  ) => items.filter((item) => item.staff_member_id === person.id && touches(lane, item));
  return (
    <>
      {mine(calendar.time_off).map((item) => (
        <p key={item.id} className={styles.away}>
          {item.state === "granted" ? t("timeOff") : t("timeOffAsked")}
        </p>
      ))}
      {mine(calendar.blocks).map((item) => (
        <p key={item.id} className={styles.away}>
          {formatTime(item.starts_at, person.zone, locale)} {item.note || t("blocked")}
        </p>
      ))}
    </>
  );
}

/** Appointments by person and date, on each person's own clock. */
function byCell(calendar: Calendar): Map<string, Visit[]> {
  const zones = new Map(calendar.staff.map(({ id, zone }) => [id, zone]));
  const cells = new Map<string, Visit[]>();
  for (const visit of calendar.appointments) {
    const zone = zones.get(visit.staff_member_id);
    if (!zone) continue;
    const key = `${visit.staff_member_id} ${dateIn(zone, new Date(visit.starts_at))}`;
    const cell = cells.get(key);
    if (cell) cell.push(visit);
    else cells.set(key, [visit]);
  }
  return cells;
}

/** The same time on another date, read off the clock of whoever gets it. */
function wishAt(calendar: Calendar, visit: Visit, staffId: string, date: IsoDate): Wish | null {
  const zoneOf = (id: string) => calendar.staff.find((person) => person.id === id)?.zone;
  const [from, to] = [zoneOf(visit.staff_member_id), zoneOf(staffId)];
  if (!from || !to) return null;
  const startsAt = atWall(date, formatTime(visit.starts_at, from, "en"), to);
  return { startsAt, minutes: lengthOf(visit), staffId };
}

function isUnable(person: Staff, visit: Visit | null): boolean {
  return (
    visit !== null && visit.staff_member_id !== person.id && !person.service_ids.includes(visit.service_id)
  );
}

function isOpen(person: Staff, date: IsoDate): boolean {
  const lane = laneOf(person, date, person.zone);
  return person.open.some(([starts_at, ends_at]) => touches(lane, { starts_at, ends_at }));
}

function opening(person: Staff, date: IsoDate): string {
  const lane = laneOf(person, date, person.zone);
  const first = person.open.find(
    ([start]) => lane.from <= Date.parse(start) && Date.parse(start) < lane.until,
  );
  return first?.[0] ?? atWall(date, "09:00", person.zone);
}
