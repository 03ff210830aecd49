"use client";
// Another time for a booked visit, from the same calendar the journey has.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { type ChosenTime, TimePicker } from "@/features/booking/components/TimePicker";
import { useWhen } from "@/features/booking/components/useWhen";
import type { Alternative } from "@/features/booking/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import type { Instant } from "@/lib/datetime/format";
import { fetchCancellation, moveAppointment, type Place } from "../api";
import { AskForChange } from "./AskForChange";
import { Buttons, Change, type ChangeProps, isTooLate, TooLate } from "./Change";
import styles from "./Change.module.css";
import { WhereTo } from "./WhereTo";

type NewTime = Pick<ChosenTime, "startsAt" | "endsAt" | "staffId">;

/** A time chosen as the answer to a request: what is done with it, and the words for that. */
export type Answering = {
  title: string;
  lead: string;
  submit: (time: { starts_at: Instant; staff_id: string | null }) => Promise<void>;
  /** The button, with the time once one is chosen. */
  yes: (when: string | null) => string;
  done: (when: string) => string;
  /** What is typed beside the time. */
  extra?: ReactNode;
};

/** The longest reason the server keeps. */
const REASON_LENGTH = 200;

export function MoveVisit({
  visit,
  page,
  level,
  onBack,
  onDone,
  answering,
}: ChangeProps & { answering?: Answering }) {
  const t = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const cache = useQueryClient();
  const clock = useNow();
  const [now] = useState(clock);
  const [chosen, setChosen] = useState<ChosenTime | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const scope = `-${visit.appointmentId}`;
  const { token, reader, told } = visit;
  // Whether somebody must say why stands with what cancelling would mean.
  const { data: rules } = useQuery({
    queryKey: ["cancellation", visit.appointmentId],
    queryFn: ({ signal }) => fetchCancellation(visit.appointmentId, token, signal),
    staleTime: 0,
    gcTime: 0,
    enabled: !answering,
  });
  const needed = rules?.reason_needed ?? false;
  const noReason = needed && tries > 0 && !reason.trim() ? t("reasonMissing") : undefined;
  const wordsFor = ({ startsAt, endsAt }: Pick<NewTime, "startsAt" | "endsAt">) =>
    when({ venue: visit.venue, zone: visit.zone, starts_at: startsAt, ends_at: endsAt });

  async function send(time: NewTime | null) {
    setMissing(!time);
    if (!time) return document.getElementById(`time${scope}`)?.focus();
    if (sending.current) return;
    if (needed && !reason.trim()) return setTries((count) => count + 1);
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const { startsAt: starts_at, staffId: staff_id } = time;
      if (answering) await answering.submit({ starts_at, staff_id });
      else {
        const to = { starts_at, staff_id, address_id: place?.id ?? null };
        await moveAppointment(visit.appointmentId, { ...to, reason: reason.trim() }, token);
      }
      cache.removeQueries({ queryKey: ["free times"] });
      await onDone();
      const words = wordsFor(time);
      const said = { when: words, person: told, address: place?.name ?? "" };
      toast(answering ? answering.done(words) : t(`${reader}.${place ? "movedThere" : "moved"}`, said));
    } catch (error) {
      setProblem(problemOf(error));
      setChosen(null);
      void cache.invalidateQueries({ queryKey: ["free times"] });
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  if (asking)
    return <AskForChange kind="move" visit={visit} page={page ?? false} onBack={onBack} onDone={onDone} />;
  const ask = () => setAsking(true);
  if (isTooLate(problem))
    return (
      <TooLate reason={problem.extra.reason} visit={visit} page={page ?? false} onBack={onBack} onAsk={ask} />
    );
  const { phone, email } = visit.business;
  return (
    <Change
      title={answering?.title ?? t("moveTitle", { name: visit.name })}
      lead={answering?.lead ?? t(`${reader}.moveNow`, { when: wordsFor(visit), person: told })}
      page={page}
      level={level}
    >
      {noReason && <ErrorSummary problems={[{ name: `why${scope}`, error: noReason }]} attempt={tries} />}
      {problem && <Refused problem={problem} words={wordsFor} onChoose={(time) => void send(time)} />}
      {visit.venue === "customer" && !answering && (
        <WhereTo
          visit={visit}
          place={place}
          onChoose={(there) => {
            setPlace(there);
            setChosen(null);
          }}
        />
      )}
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
          asked={{
            appointment: visit.appointmentId,
            ...(place && { address: place.id }),
            ...(token && { token }),
          }}
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
        {visit.canAsk && !answering && (
          <p>
            {t("ask.none")}{" "}
            <Button kind="quiet" onClick={ask}>
              {t("ask.us")}
            </Button>
          </p>
        )}
        {needed && (
          <TextArea
            name={`why${scope}`}
            label={t("reason")}
            rows={2}
            maxLength={REASON_LENGTH}
            dir="auto"
            error={noReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {answering?.extra}
        <Buttons>
          <Button kind="main" type="submit" busy={busy}>
            {answering
              ? answering.yes(chosen && wordsFor(chosen))
              : chosen
                ? t(place ? "moveThere" : "moveTo", { when: wordsFor(chosen), address: place?.name ?? "" })
                : t("move")}
          </Button>
          <Button onClick={onBack}>{answering ? t("back") : t(`${reader}.keep`)}</Button>
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
