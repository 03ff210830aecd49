"use client";
// Another day and time for a visit: two weeks side by side, the free times of the chosen day, one press to move.
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DayStrip } from "@/components/ui/DayStrip";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { SlotGridSkeleton } from "@/components/ui/Skeleton";
import { SlotGrid } from "@/components/ui/SlotGrid";
import { useToast } from "@/components/ui/Toast";
import { WhyNone } from "@/features/booking/components/WhyNone";
import { type Problem, problemOf } from "@/lib/api/problem";
import { addDays, dateIn } from "@/lib/datetime/calendar";
import {
  formatDate,
  formatDay,
  formatRange,
  formatTime,
  type Instant,
  type IsoDate,
} from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { fetchSlotsFor, moveAppointment, type Slots } from "../api";
import type { Visit } from "../rules";
import styles from "./MoveVisit.module.css";

type Props = { visit: Visit; onClose: () => void; onDone: () => void };

const DAYS = 14;

export function MoveVisit({ visit, onClose, onDone }: Props) {
  const t = useTranslations("appointments");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const today = dateIn(visit.zone, new Date());
  const [first, setFirst] = useState<IsoDate>(today);
  const [slots, setSlots] = useState<Slots | null>(null);
  const [date, setDate] = useState<IsoDate | null>(null);
  const [start, setStart] = useState<Instant | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  /** A free time that was offered on a day not yet there. */
  const offered = useRef<Instant | null>(null);
  const focusChosen = useRef(false);
  const times = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!start || !focusChosen.current) return;
    focusChosen.current = false;
    times.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [start]);

  const look = useCallback(
    async (from: IsoDate) => {
      setSlots(null);
      try {
        const found = await fetchSlotsFor(visit.appointmentId, from, addDays(from, DAYS - 1));
        const wanted = offered.current;
        offered.current = null;
        setSlots(found);
        setDate(
          wanted
            ? dateIn(found.zone, new Date(wanted))
            : (found.days.find((day) => day.slots.length > 0)?.on ?? null),
        );
        setStart(wanted);
      } catch (error) {
        setProblem(problemOf(error));
      }
    },
    [visit.appointmentId],
  );
  useEffect(() => {
    look(first);
  }, [look, first]);

  const day = slots?.days.find((found) => found.on === date);
  const slot = day?.slots.find((found) => found.starts_at === start);

  function takeNearest(at: Instant) {
    if (!slots) return;
    focusChosen.current = true;
    const on = dateIn(slots.zone, new Date(at));
    if (slots.days.some((found) => found.on === on)) {
      setDate(on);
      setStart(at);
      return;
    }
    offered.current = at;
    setFirst(on < today ? today : on);
  }

  async function move() {
    if (!slot || !slots) return;
    setBusy(true);
    setProblem(null);
    try {
      // The same person where they are free, as it was agreed with; otherwise whoever is.
      const people = slot.staff.flatMap((position) => slots.staff[position] ?? []);
      const same = people.find((person) => person.name === visit.line.staff_name);
      await moveAppointment(visit.appointmentId, slot.starts_at, (same ?? people[0])?.id ?? null);
      toast(t("moved", { when: whenOf(slot.starts_at) }));
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
      if (problemOf(error).code === "slot_taken") await look(first);
    }
  }

  const whenOf = (at: Instant) =>
    `${formatDay(at, slots?.zone ?? visit.zone, locale)}, ${formatTime(at, slots?.zone ?? visit.zone, locale)}`;

  return (
    <section className={styles.move} aria-label={t("moveTitle")}>
      <p>{t("moveLead", { when: formatRange(visit.startsAt, visit.endsAt, visit.zone, locale) })}</p>
      {problem && <ProblemNotice problem={problem} />}
      {!slots && !problem && <SlotGridSkeleton label={t("moveLoading")} />}
      {slots && (
        <>
          <DayStrip
            name={`day-${visit.appointmentId}`}
            legend={t("moveDay")}
            days={slots.days.map(({ on, slots: free }) => ({ date: on, free: free.length }))}
            value={date}
            explains
            onChange={(chosen) => {
              setDate(chosen);
              setStart(null);
            }}
          />
          <div className={styles.weeks}>
            <Button kind="quiet" disabled={first <= today} onClick={() => setFirst(addDays(first, -DAYS))}>
              {t("moveEarlier")}
            </Button>
            <Button kind="quiet" onClick={() => setFirst(addDays(first, DAYS))}>
              {t("moveLater")}
            </Button>
          </div>
          <div ref={times}>
            {" "}
            {day && day.slots.length > 0 ? (
              <SlotGrid
                name={`time-${visit.appointmentId}`}
                legend={t("slots", { day: formatDate(day.on, locale) })}
                slots={day.slots.map(({ starts_at }) => ({ startsAt: starts_at }))}
                zone={slots.zone}
                value={start}
                onChange={setStart}
              />
            ) : date ? (
              <WhyNone
                asked={{ appointment: visit.appointmentId }}
                on={date}
                zone={slots.zone}
                person={null}
                onNearest={takeNearest}
              />
            ) : (
              <p>{t("moveNone")}</p>
            )}
          </div>
        </>
      )}
      <div className={styles.buttons}>
        {slot && (
          <Button kind="main" busy={busy} onClick={move}>
            {t("moveTo", { when: whenOf(slot.starts_at) })}
          </Button>
        )}
        <Button onClick={onClose}>{t("cancelNo")}</Button>
      </div>
    </section>
  );
}
