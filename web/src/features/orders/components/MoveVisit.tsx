"use client";
// Another time for a booked visit, from the same calendar the journey has.
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { type ChosenTime, TimePicker } from "@/features/booking/components/TimePicker";
import { useWhen } from "@/features/booking/components/useWhen";
import type { Alternative } from "@/features/booking/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { move } from "../api";
import { goToFragment, useFreshOrder } from "../hooks";
import { type Order, type Visit, writeFragment } from "../rules";
import styles from "./orders.module.css";
import { TooLate } from "./TooLate";

type Props = { order: Order; visit: Visit; token: string };
type NewTime = Pick<ChosenTime, "startsAt" | "endsAt" | "staffId">;

export function MoveVisit({ order, visit, token }: Props) {
  const t = useTranslations("track");
  const when = useWhen();
  const toast = useToast();
  const fresh = useFreshOrder(token);
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<ChosenTime | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [now] = useState(() => new Date().toISOString());
  const sending = useRef(false);
  const wordsFor = (time: NewTime) => when({ ...visit, starts_at: time.startsAt, ends_at: time.endsAt });

  async function send(time: NewTime | null) {
    setMissing(!time);
    if (!time) return document.getElementById("time")?.focus();
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await move(token, visit.appointment_id, time.startsAt, time.staffId);
      await fresh();
      toast(`${t("moved", { when: wordsFor(time) })} ${t("movedMail", { email: order.customer_email })}`);
      goToFragment(writeFragment(token), { replace: true });
    } catch (error) {
      setProblem(problemOf(error));
      setChosen(null);
      void cache.invalidateQueries({ queryKey: ["free times"] });
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  if (problem?.code === "too_late_to_change")
    return <TooLate problem={problem} order={order} token={token} />;
  return (
    <>
      <PageTitle title={t("moveTitle", { name: visit.name })} lead={t("moveNow", { when: when(visit) })} />
      {problem && <Refused problem={problem} words={wordsFor} onChoose={(time) => void send(time)} />}
      <TimePicker
        asked={{ appointment: visit.appointment_id, token }}
        now={now}
        visit={{ venue: visit.venue, zone: visit.zone, currency: order.currency }}
        near={visit.starts_at}
        chosen={chosen}
        onChoose={(time) => {
          setChosen(time);
          setMissing(false);
        }}
        error={missing ? t("pickFirst") : undefined}
        contact={<ContactLinks phone={order.business_phone} email={order.business_email} />}
      />
      <div className={styles.actions}>
        <Button kind="main" busy={busy} onClick={() => void send(chosen)}>
          {chosen ? t("moveTo", { when: wordsFor(chosen) }) : t("move")}
        </Button>
        <Button onClick={() => goToFragment(writeFragment(token), { replace: true })}>{t("back")}</Button>
      </div>
    </>
  );
}

type RefusedProps = { problem: Problem; words: (time: NewTime) => string; onChoose: (time: NewTime) => void };

function Refused({ problem, words, onChoose }: RefusedProps) {
  const t = useTranslations("booking.taken");
  const others = (problem.extra.alternatives as Alternative[] | undefined) ?? [];
  if (problem.code !== "slot_taken") return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="warn" role="alert" title={t("title")} className={styles.block ?? ""}>
      <p>{others.length > 0 ? t("text") : t("nothing")}</p>
      <div className={styles.actions}>
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
