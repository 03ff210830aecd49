"use client";
// Beside a visit still to come, on the page of its order: whoever looks after it gives it another time, or calls it off.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { declineAppointment } from "../api";
import type { Changing, TeamsWay } from "../changes";
import { CancelVisit } from "./CancelVisit";
import styles from "./ChangeVisit.module.css";
import { DeclineVisit } from "./DeclineVisit";
import { MoveVisit } from "./MoveVisit";

type Props = {
  visit: Changing;
  /** What the reader may do with it. */
  ways: TeamsWay[];
  /** Which visit it is, for whoever hears the buttons alone. */
  what: string;
};

export function ChangeVisit({ visit, ways, what }: Props) {
  const t = useTranslations();
  const toast = useToast();
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<TeamsWay | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { appointmentId, told } = visit;
  const wordOf = (way: TeamsWay) => t(way === "decline" ? "appointments.decline" : `change.${way}`);

  function close() {
    const opener = open;
    setOpen(null);
    setProblem(null);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-opens="${opener}"]`)?.focus());
  }

  function done() {
    setOpen(null);
    box.current?.focus();
    router.refresh();
  }

  async function decline(reason: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await declineAppointment(appointmentId, reason);
      done();
      toast(t("appointments.declined", { what }));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {!open && (
        <div className={styles.buttons}>
          {ways.map((way) => (
            <Button
              key={way}
              kind={way === "move" ? "second" : "quiet"}
              data-opens={way}
              aria-label={`${wordOf(way)}: ${what}`}
              onClick={() => setOpen(way)}
            >
              {wordOf(way)}
            </Button>
          ))}
        </div>
      )}
      {open === "move" && <MoveVisit visit={visit} level="h3" onBack={close} onDone={done} />}
      {open === "cancel" && <CancelVisit visit={visit} level="h3" onBack={close} onDone={done} />}
      {open === "decline" && (
        <DeclineVisit
          id={appointmentId}
          name={told}
          busy={busy}
          onNo={close}
          onYes={(reason) => void decline(reason)}
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
