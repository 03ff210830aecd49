"use client";
// Who and when: a person or anyone, a month with its free days, and the free times of a day. Used by the journey and
// by moving a visit that is booked.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { MonthCalendar } from "@/components/ui/MonthCalendar";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { SlotGridSkeleton } from "@/components/ui/Skeleton";
import { SlotGrid } from "@/components/ui/SlotGrid";
import { problemOf } from "@/lib/api/problem";
import { dateIn, firstOfMonth, sameMonth } from "@/lib/datetime/calendar";
import {
  formatDate,
  formatDay,
  formatMonth,
  formatTime,
  type Instant,
  type IsoDate,
} from "@/lib/datetime/format";
import { cityOf, sameClock } from "@/lib/datetime/zone";
import type { AnyOf, Asked } from "../api";
import {
  changesOf,
  clocksOf,
  type FreeSlot,
  type FreeTimes,
  freeByDate,
  type PriceChange,
  seatsLeft,
  signedPrice,
  startsOf,
} from "../rules";
import { AnyTime } from "./AnyTime";
import styles from "./journey.module.css";
import { PersonChoice, type VisitAsked } from "./PersonChoice";
import { isEmpty, useFreeTimes } from "./useFreeTimes";
import { useReaderZone } from "./useWhen";
import { WhyNone } from "./WhyNone";

export type ChosenTime = {
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  staffId: string | null;
  /** Any time of that day, or of that part of it, does as well. */
  anyOf?: AnyOf;
};

type Props = {
  asked: Asked;
  /** The server's clock when the page was made. */
  now: Instant;
  visit: VisitAsked;
  /** Tells two pickers on one page apart. */
  scope?: string;
  /** Whom a link asked for. */
  firstStaff?: string | null;
  /** Who comes now, by name: stays the one who comes where nobody else is asked for and the new time allows it. */
  usual?: string | null | undefined;
  near: Instant | null;
  chosen: ChosenTime | null;
  onChoose: (time: ChosenTime | null) => void;
  error?: string | undefined;
  /** Offers a person to talk to where nothing is free. */
  contact: ReactNode;
  /** What stands there when nobody who does this comes to the place. */
  nobody?: ReactNode;
  /** Leads to the extras, where leaving some out can make a visit fit. */
  onExtras?: () => void;
  /** It may be said that any time of the day does. */
  flexible?: boolean;
  /** Leads to the waiting list, where the business keeps one and no time suits. */
  onWait?: (wish: NothingSuits) => void;
};

/** What was looked for when nothing suited: the day without a free time, if one was picked, and the person. */
export type NothingSuits = {
  on: IsoDate | null;
  zone: string;
  person: string | null;
  people: { id: string; name: string }[];
};

export function TimePicker(props: Props) {
  const { asked, now, visit, scope = "", near, chosen, onChoose, error, contact } = props;
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const reader = useReaderZone(visit.zone);
  const zone = visit.venue === "online" ? reader : visit.zone;
  const [staff, setStaff] = useState<string | null>(props.firstStaff ?? null);
  const [picked, setPicked] = useState<IsoDate | null>(null);
  /** A free time that was offered: it is chosen as soon as its day is there. */
  const [offered, setOffered] = useState<{ at: Instant; staffId: string } | null>(null);
  const focusChosen = useRef(false);
  const times = useRef<HTMLDivElement>(null);
  const everyone = useFreeTimes({ asked, now, zone, staff: null, near });
  const { query, month, setMonth, today, last } = useFreeTimes({ asked, now, zone, staff, near });
  // Of services in a row, those who can do all of them can be asked for by name.
  const everybody = everyone.query.data?.staff ?? [];
  const people = everybody.filter((person) => person.does_all);
  const data = query.data;
  const person = people.find((each) => each.id === staff) ?? null;
  const settled = !query.isPlaceholderData;

  const takeOffered = useEffectEvent((found: FreeTimes) => {
    const slot = found.days.flatMap((each) => each.slots).find((each) => each.starts_at === offered?.at);
    if (!offered || !slot) return;
    onChoose({ startsAt: slot.starts_at, endsAt: slot.ends_at, zone, staffId: offered.staffId });
    setOffered(null);
    focusChosen.current = true;
  });
  useEffect(() => {
    if (offered && data && settled) takeOffered(data);
  }, [offered, data, settled]);
  useEffect(() => {
    if (!chosen || !focusChosen.current) return;
    focusChosen.current = false;
    times.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [chosen]);

  if (query.error)
    return <ProblemNotice problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (!data) return <SlotGridSkeleton label={t("finding")} count={12} />;
  if (everybody.length === 0 && everyone.query.data) return props.nobody ?? contact;

  const firstDay = data.days.find((day) => day.slots.length > 0)?.on ?? null;
  const chosenDay = chosen
    ? dateIn(zone, new Date(chosen.startsAt))
    : near
      ? dateIn(zone, new Date(near))
      : null;
  const free = freeByDate(data);
  // A day with nothing free can be picked too: it says why.
  const asks =
    picked !== null && settled && sameMonth(picked, month) && free.has(picked) && free.get(picked) === 0;
  const day = asks
    ? picked
    : ([picked, chosenDay, firstDay].find((each) => each !== null && (free.get(each) ?? 0) > 0) ?? null);
  const slots = startsOf(data.days.find((each) => each.on === day));
  // What a visit that is booked already costs does not change: it names no currency.
  const changes = visit.currency ? changesOf(data, slots) : new Map<Instant, PriceChange>();
  const differs = (amount: number) => signedPrice(amount, visit.currency ?? "GBP", locale);
  const reasons = [...new Set([...changes.values()].map((each) => `${each.label} ${differs(each.amount)}`))];

  function chooseStaff(id: string | null) {
    setStaff(id);
    setOffered(null);
    onChoose(null);
  }
  function goTo(at: Instant) {
    const date = dateIn(zone, new Date(at));
    setMonth(firstOfMonth(date));
    setPicked(date);
  }
  function takeNearest(at: Instant, staffId: string) {
    goTo(at);
    setOffered({ at, staffId });
  }
  function chooseDay(date: IsoDate) {
    setPicked(date);
    setOffered(null);
    onChoose(null);
    // On a phone the times stand below the calendar.
    requestAnimationFrame(() => times.current?.scrollIntoView({ block: "nearest", behavior: "smooth" }));
  }

  const why = (on: IsoDate) => (
    <WhyNone
      asked={asked}
      on={on}
      zone={zone}
      person={person}
      onNearest={takeNearest}
      onExtras={props.onExtras}
      onAnyone={() => chooseStaff(null)}
      contact={contact}
    />
  );
  return (
    <>
      <PersonChoice
        people={people}
        visit={{ ...visit, zone }}
        scope={scope}
        usual={people.some(({ name }) => name === props.usual) ? props.usual : null}
        value={staff}
        onChange={chooseStaff}
      />
      <ZoneNote
        zone={zone}
        reader={reader}
        others={visit.venue === "online" ? clocksOf(data, slots, person) : [reader]}
        at={slots[0]?.starts_at ?? data.next_free_at ?? now}
      />
      {isEmpty(data) && !data.next_free_at && (
        <EmptyState
          title={person ? t("emptyPerson", { name: person.name }) : t("emptyAll")}
          action={person && <Button onClick={() => chooseStaff(null)}>{t("seeAnyone")}</Button>}
        >
          <p>{t("emptyAllText")}</p>
          {contact}
        </EmptyState>
      )}
      <div className={styles.room}>
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
            explains
          />
          <div ref={times}>
            {asks ? (
              why(picked)
            ) : isEmpty(data) ? (
              <NothingThisMonth month={month} next={data.next_free_at} zone={zone} onJump={goTo} />
            ) : (
              day && (
                <>
                  <SlotGrid
                    name={`time${scope}`}
                    legend={t("times", { day: formatDate(day, locale) })}
                    slots={slots.map((slot) => {
                      const seats = seatsLeft(data, slot.starts_at);
                      const change = changes.get(slot.starts_at);
                      const notes = [
                        ...(seats === null ? [] : [t("seatsLeft", { count: seats })]),
                        ...(change ? [differs(change.amount)] : []),
                      ];
                      return {
                        startsAt: slot.starts_at,
                        ...(notes.length > 0 && { note: notes.join(", ") }),
                      };
                    })}
                    zone={zone}
                    value={chosen?.startsAt ?? null}
                    error={error}
                    waiting={!settled}
                    onChange={(startsAt) => {
                      const slot = slots.find((each) => each.starts_at === startsAt);
                      if (!slot) return;
                      const staffId = staff ?? whoIs(props.usual, slot, data);
                      onChoose({ startsAt, endsAt: slot.ends_at, zone, staffId });
                    }}
                  />
                  {props.flexible && chosen && <AnyTime chosen={chosen} onChange={onChoose} />}
                  {reasons.length > 0 && (
                    <p className={styles.muted}>{t("priceDiffers", { changes: reasons.join(", ") })}</p>
                  )}
                </>
              )
            )}
          </div>
        </div>
      </div>
      <Soonest times={everyone.query.data} zone={zone} shown={day} onGo={goTo} />
      {props.onWait && data.waiting_list && (
        <Wait
          firmly={asks || isEmpty(data)}
          onWait={() =>
            props.onWait?.({
              on: asks ? picked : null,
              zone,
              person: staff,
              people: people.map(({ id, name }) => ({ id, name })),
            })
          }
        />
      )}
    </>
  );
}

/** The id of the person so named, where they are free at this time. */
function whoIs(name: string | null | undefined, slot: FreeSlot, { staff }: FreeTimes): string | null {
  const free = slot.staff.flatMap((position) => staff[position] ?? []);
  return free.find((person) => person.name === name)?.id ?? null;
}

type NothingProps = { month: IsoDate; next: Instant | null; zone: string; onJump: (at: Instant) => void };

function NothingThisMonth({ month, next, zone, onJump }: NothingProps) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  if (!next) return <p>{t("askDay")}</p>;
  const day = formatDay(next, zone, locale);
  return (
    <Notice title={t("emptyMonth", { month: formatMonth(month, locale) })}>
      <p>{t("nextAfter", { day, time: formatTime(next, zone, locale) })}</p>
      <p>{t("askDay")}</p>
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
    <p className={styles.lone}>
      <Button kind="quiet" onClick={() => props.onGo(first)}>
        {t("soonest", words)}
      </Button>
    </p>
  );
}

/** The way to the waiting list: a button where nothing is free, else a quiet one below the times. */
function Wait({ firmly, onWait }: { firmly: boolean; onWait: () => void }) {
  const t = useTranslations("booking.time");
  return (
    <p className={firmly ? styles.block : styles.lone}>
      <Button kind={firmly ? "second" : "quiet"} onClick={onWait}>
        {t(firmly ? "wait" : "waitInstead")}
      </Button>
    </p>
  );
}

type NoteProps = {
  zone: string;
  reader: string;
  /** The clocks that these times are told by elsewhere. */
  others: string[];
  /** A time of the day that is looked at: how far two clocks are apart changes with the season. */
  at: Instant;
};

/** Named only where two clocks differ: otherwise it would only puzzle. */
function ZoneNote({ zone, reader, others, at }: NoteProps) {
  const t = useTranslations("booking.time");
  const locale = useLocale();
  const far = others.filter((other) => !sameClock(zone, other, at));
  const [theirs] = far;
  if (!theirs) return null;
  const words = {
    day: formatDay(at, zone, locale),
    time: formatTime(at, zone, locale),
    theirs: formatTime(at, theirs, locale),
    city: cityOf(theirs),
  };
  return (
    <p className={`${styles.muted} ${styles.block}`}>
      {t(zone === reader ? "zone" : "zoneOther", { city: cityOf(zone) })}
      {zone === reader && others.length === 1 && ` ${t("zoneTheirs", words)}`}
    </p>
  );
}
