"use client";
// Who and when: a person or anyone, a month with its free days, and the free times of a day. Used by the journey and
// by moving a visit that is booked.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { MonthCalendar } from "@/components/ui/MonthCalendar";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { SlotGridSkeleton } from "@/components/ui/Skeleton";
import { SlotGrid } from "@/components/ui/SlotGrid";
import { problemOf } from "@/lib/api/problem";
import { dateIn, firstOfMonth } from "@/lib/datetime/calendar";
import {
  formatDate,
  formatDay,
  formatMonth,
  formatTime,
  type Instant,
  type IsoDate,
} from "@/lib/datetime/format";
import { cityOf, sameClock } from "@/lib/datetime/zone";
import type { Asked } from "../api";
import { type FreeTimes, freeByDate, startsOf } from "../rules";
import styles from "./journey.module.css";
import { PersonChoice } from "./PersonChoice";
import { isEmpty, useFreeTimes } from "./useFreeTimes";
import { useReaderZone } from "./useWhen";

export type ChosenTime = { startsAt: Instant; endsAt: Instant; zone: string; staffId: string | null };

type Props = {
  asked: Asked;
  /** The server's clock when the page was made. */
  now: Instant;
  visit: { venue: string | null | undefined; zone: string; currency: string };
  /** Whom a link asked for. */
  firstStaff?: string | null;
  near: Instant | null;
  chosen: ChosenTime | null;
  onChoose: (time: ChosenTime | null) => void;
  error?: string | undefined;
  /** Offers a person to talk to where nothing is free. */
  contact: ReactNode;
  /** What stands there when nobody who does this comes to the place. */
  nobody?: ReactNode;
};

export function TimePicker(props: Props) {
  const { asked, now, visit, near, chosen, onChoose, error, contact } = props;
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const reader = useReaderZone(visit.zone);
  const zone = visit.venue === "online" ? reader : visit.zone;
  const [staff, setStaff] = useState<string | null>(props.firstStaff ?? null);
  const [picked, setPicked] = useState<IsoDate | null>(null);
  const times = useRef<HTMLDivElement>(null);
  const everyone = useFreeTimes({ asked, now, zone, staff: null, near });
  const { query, month, setMonth, today, last } = useFreeTimes({ asked, now, zone, staff, near });
  const people = everyone.query.data?.staff ?? [];
  const data = query.data;
  const person = people.find((each) => each.id === staff);

  if (query.error)
    return <ProblemNotice problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!data) return <SlotGridSkeleton label={t("finding")} count={12} />;
  if (people.length === 0 && everyone.query.data) return props.nobody ?? contact;

  const firstDay = data.days.find((day) => day.slots.length > 0)?.on ?? null;
  const chosenDay = chosen
    ? dateIn(zone, new Date(chosen.startsAt))
    : near
      ? dateIn(zone, new Date(near))
      : null;
  const free = freeByDate(data);
  const day =
    [picked, chosenDay, firstDay].find((each) => each !== null && (free.get(each) ?? 0) > 0) ?? null;
  const slots = startsOf(data.days.find((each) => each.on === day));

  function chooseStaff(id: string | null) {
    setStaff(id);
    onChoose(null);
  }
  function goTo(at: Instant) {
    const date = dateIn(zone, new Date(at));
    setMonth(firstOfMonth(date));
    setPicked(date);
  }
  function chooseDay(date: IsoDate) {
    setPicked(date);
    onChoose(null);
    // On a phone the times stand below the calendar.
    requestAnimationFrame(() => times.current?.scrollIntoView({ block: "nearest", behavior: "smooth" }));
  }

  return (
    <>
      <PersonChoice people={people} visit={visit} value={staff} onChange={chooseStaff} />
      <ZoneNote
        zone={zone}
        reader={reader}
        other={visit.zone}
        at={data.next_free_at ?? slots[0]?.starts_at ?? now}
      />
      {isEmpty(data) && !data.next_free_at ? (
        <EmptyState
          title={person ? t("emptyPerson", { name: person.name }) : t("emptyAll")}
          action={person && <Button onClick={() => chooseStaff(null)}>{t("seeAnyone")}</Button>}
        >
          <p>{t("emptyAllText")}</p>
          {contact}
        </EmptyState>
      ) : (
        <div className={styles.times}>
          <h2 className="visually-hidden">{t("heading")}</h2>
          <MonthCalendar
            month={month}
            onMonth={setMonth}
            free={free}
            today={today}
            last={last}
            value={day}
            onChange={chooseDay}
            loading={query.isFetching}
          />
          <div ref={times}>
            {isEmpty(data) ? (
              <NothingThisMonth month={month} next={data.next_free_at} zone={zone} onJump={goTo} />
            ) : (
              day && (
                <SlotGrid
                  name="time"
                  legend={t("times", { day: formatDate(day, locale) })}
                  slots={slots.map((slot) => ({ startsAt: slot.starts_at }))}
                  zone={zone}
                  value={chosen?.startsAt ?? null}
                  error={error}
                  onChange={(startsAt) => {
                    const slot = slots.find((each) => each.starts_at === startsAt);
                    if (slot) onChoose({ startsAt, endsAt: slot.ends_at, zone, staffId: staff });
                  }}
                />
              )
            )}
          </div>
        </div>
      )}
      <Soonest times={everyone.query.data} zone={zone} shown={day} onGo={goTo} />
    </>
  );
}

type NothingProps = { month: IsoDate; next: Instant | null; zone: string; onJump: (at: Instant) => void };

function NothingThisMonth({ month, next, zone, onJump }: NothingProps) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  if (!next) return null;
  const day = formatDay(next, zone, locale);
  return (
    <Notice title={t("emptyMonth", { month: formatMonth(month, locale) })}>
      <p>{t("nextAfter", { day, time: formatTime(next, zone, locale) })}</p>
      <p>
        <Button onClick={() => onJump(next)}>{t("jump", { day })}</Button>
      </p>
    </Notice>
  );
}

/** A short cut to the first free time, where another day is looked at. */
function Soonest(props: {
  times: FreeTimes | undefined;
  zone: string;
  shown: IsoDate | null;
  onGo: (at: Instant) => void;
}) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const day = props.times?.days.find((each) => each.slots.length > 0);
  const first = day?.slots[0]?.starts_at;
  if (!day || !first || !props.shown || props.shown <= day.on) return null;
  const words = { day: formatDay(first, props.zone, locale), time: formatTime(first, props.zone, locale) };
  return (
    <p>
      <Button kind="quiet" onClick={() => props.onGo(first)}>
        {t("soonest", words)}
      </Button>
    </p>
  );
}

/** Named only where the two clocks differ: otherwise it would only puzzle. */
function ZoneNote({ zone, reader, other, at }: { zone: string; reader: string; other: string; at: Instant }) {
  const t = useTranslations("booking.time");
  const differs = zone === reader ? !sameClock(zone, other, at) : !sameClock(zone, reader, at);
  if (!differs) return null;
  return (
    <p className={`${styles.muted} ${styles.block}`}>
      {t(zone === reader ? "zone" : "zoneOther", { city: cityOf(zone) })}
    </p>
  );
}
