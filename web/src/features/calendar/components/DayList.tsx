"use client";
// The day on a phone: for each person the visits in order and what else takes time, with the same actions as the columns.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { formatTime, type IsoDate } from "@/lib/datetime/format";
import { cityOf } from "@/lib/datetime/zone";
import { type Block, type Calendar, laneOf, type Spot, type Staff, touches, type Visit } from "../rules";
import styles from "./DayList.module.css";
import { VisitChip } from "./VisitChip";

type Props = {
  calendar: Calendar;
  staff: Staff[];
  date: IsoDate;
  zone: string;
  onOpen: (visit: Visit) => void;
  onBlock: (block: Block) => void;
  onSpot: (spot: Spot) => void;
};

export function DayList({ calendar, staff, date, zone, onOpen, onBlock, onSpot }: Props) {
  return (
    <div className={styles.list}>
      {staff.map((person) => (
        <PersonsDay
          key={person.id}
          calendar={calendar}
          person={person}
          date={date}
          zone={zone}
          onOpen={onOpen}
          onBlock={onBlock}
          onSpot={onSpot}
        />
      ))}
    </div>
  );
}

type DayProps = Omit<Props, "staff"> & { person: Staff };

function PersonsDay({ calendar, person, date, zone, onOpen, onBlock, onSpot }: DayProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const lane = laneOf(person, date, person.zone);
  const mine = <T extends { staff_member_id: string; starts_at: string; ends_at: string }>(
    items: readonly T[],
  ) => items.filter((item) => item.staff_member_id === person.id && touches(lane, item));
  const time = (at: string) => formatTime(at, person.zone, locale);
  /** What began yesterday or goes on tomorrow is told as far as it is of this day. */
  const within = (at: string) =>
    time(new Date(Math.min(Math.max(Date.parse(at), lane.from), lane.until)).toISOString());
  const span = (from: string, until: string) =>
    Date.parse(from) <= lane.from && Date.parse(until) >= lane.until
      ? t("allDay")
      : `${within(from)}–${within(until)}`;
  const open = person.open.filter(([starts_at, ends_at]) => touches(lane, { starts_at, ends_at }));
  const visits = mine(calendar.appointments);
  const first = open[0]?.[0];
  const at =
    first && Date.parse(first) >= lane.from ? first : new Date(lane.from + 9 * 3_600_000).toISOString();
  return (
    <section className={styles.person} aria-label={t("lane", { name: person.name, count: visits.length })}>
      <h3>
        {person.name}
        {person.zone !== zone && (
          <span className={styles.zone}> {t("cityTime", { city: cityOf(person.zone) })}</span>
        )}
      </h3>
      <p className={styles.hours}>
        {open.length > 0 ? open.map(([start, end]) => span(start, end)).join(", ") : t("notWorking")}
      </p>
      {mine(calendar.time_off).map((item) => (
        <p key={item.id} className={styles.hours}>
          {span(item.starts_at, item.ends_at)} {item.state === "granted" ? t("timeOff") : t("timeOffAsked")}
        </p>
      ))}
      {mine(calendar.blocks).map((item) => (
        <button key={item.id} type="button" className={styles.block} onClick={() => onBlock(item)}>
          {span(item.starts_at, item.ends_at)} {item.note || (item.is_ours ? t("blocked") : t("outside"))}
        </button>
      ))}
      {visits.map((visit) => (
        <div key={visit.id} className={styles.visit}>
          <VisitChip visit={visit} zone={person.zone} onOpen={onOpen} />
        </div>
      ))}
      <Button kind="quiet" onClick={() => onSpot({ staffId: person.id, at })}>
        {t("add")}
        <span className="visually-hidden">: {person.name}</span>
      </Button>
    </section>
  );
}
