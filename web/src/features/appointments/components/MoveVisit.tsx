"use client";
// Another time for a booked visit, from the same calendar the journey has.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { type ChosenTime, TimePicker } from "@/features/booking/components/TimePicker";
import { useWhen } from "@/features/booking/components/useWhen";
import type { Alternative } from "@/features/booking/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { moveAppointment } from "../api";
import { Buttons, Change, type ChangeProps, isTooLate, TooLate } from "./Change";
import styles from "./Change.module.css";

type NewTime = Pick<ChosenTime, "startsAt" | "endsAt" | "staffId">;

export function MoveVisit({ visit, page, onBack, onDone }: ChangeProps) {
  const t = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const cache = useQueryClient();
  const clock = useNow();
  const [now] = useState(clock);
  const [chosen, setChosen] = useState<ChosenTime | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const scope = `-${visit.appointmentId}`;
  const { token, reader, told } = visit;
  const wordsFor = ({ startsAt, endsAt }: Pick<NewTime, "startsAt" | "endsAt">) =>
    when({ venue: visit.venue, zone: visit.zone, starts_at: startsAt, ends_at: endsAt });

  async function send(time: NewTime | null) {
    setMissing(!time);
    if (!time) return document.getElementById(`time${scope}`)?.focus();
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const { startsAt: starts_at, staffId: staff_id } = time;
      await moveAppointment(visit.appointmentId, { starts_at, staff_id }, token);
      cache.removeQueries({ queryKey: ["free times"] });
      await onDone();
      toast(t(`${reader}.moved`, { when: wordsFor(time), person: told }));
    } catch (error) {
      setProblem(problemOf(error));
      setChosen(null);
      void cache.invalidateQueries({ queryKey: ["free times"] });
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  if (isTooLate(problem))
    return <TooLate reason={problem.extra.reason} visit={visit} page={page ?? false} onBack={onBack} />;
  const { phone, email } = visit.business;
  return (
    <Change
      title={t("moveTitle", { name: visit.name })}
      lead={t(`${reader}.moveNow`, { when: wordsFor(visit), person: told })}
      page={page}
    >
      {problem && <Refused problem={problem} words={wordsFor} onChoose={(time) => void send(time)} />}
      {/* A form of its own: the times of two open visits must not be one choice. */}
      <form
        method="post"
        noValidate
        className={styles.change}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send(chosen);
        }}
      >
        <TimePicker
          asked={{ appointment: visit.appointmentId, ...(token && { token }) }}
          now={now}
          visit={{ venue: visit.venue, zone: visit.zone }}
          scope={scope}
          usual={visit.staffName}
          near={visit.startsAt}
          chosen={chosen}
          onChoose={(time) => {
            setChosen(time);
            setMissing(false);
          }}
          error={missing ? t("pickFirst") : undefined}
          contact={phone && <ContactLinks phone={phone} email={email} />}
        />
        <Buttons>
          <Button kind="main" type="submit" busy={busy}>
            {chosen ? t("moveTo", { when: wordsFor(chosen) }) : t("move")}
          </Button>
          <Button onClick={onBack}>{t(`${reader}.keep`)}</Button>
        </Buttons>
      </form>
    </Change>
  );
}

type RefusedProps = { problem: Problem; words: (time: NewTime) => string; onChoose: (time: NewTime) => void };

function Refused({ problem, words, onChoose }: RefusedProps) {
  const t = useTranslations("booking.taken");
  const others = (problem.extra.alternatives as Alternative[] | undefined) ?? [];
  if (problem.code !== "slot_taken") return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="warn" role="alert" title={t("title")}>
      <p>{others.length > 0 ? t("text") : t("nothing")}</p>
      <div className={styles.others}>
        {others.slice(0, 5).map((other) => {
          const time = {
            startsAt: other.starts_at,
            endsAt: other.ends_at,
            staffId: other.staff_ids[0] ?? null,
          };
          return (
            <Button key={`${other.starts_at} ${time.staffId}`} onClick={() => onChoose(time)}>
              {words(time)}
            </Button>
          );
        })}
      </div>
    </Notice>
  );
}
