"use client";
// One visit as the team sees it: when in large figures, what, for whom, where, and what can be done with it now.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatTime } from "@/lib/datetime/format";
import { Link, useRouter } from "@/lib/i18n/navigation";
import {
  completeAppointment,
  confirmAppointment,
  declineAppointment,
  markNoShow,
  markNotServed,
  undoNoShow,
} from "../api";
import { teamsChange } from "../changes";
import { type Appointment, firstName, isAhead } from "../rules";
import styles from "./AppointmentCard.module.css";
import { AppointmentPlace } from "./AppointmentPlace";
import { AppointmentState } from "./AppointmentState";
import { Ask } from "./Ask";
import { CancelVisit } from "./CancelVisit";
import { DeclineVisit } from "./DeclineVisit";
import { MoveBack } from "./MoveBack";
import { MoveVisit } from "./MoveVisit";
import { RestoreVisit } from "./RestoreVisit";
import { SayAbsent } from "./SayAbsent";

type Question =
  | "decline"
  | "complete"
  | "noShow"
  | "undoNoShow"
  | "notServed"
  | "restore"
  | "undoMove"
  | "move"
  | "cancel";
type Props = {
  appointment: Appointment;
  /** Whose clock the times are told by: the staff member's. */
  zone: string;
  /** Name the person who comes; on one's own list that would be noise. */
  withStaff?: boolean;
  withFullName?: boolean;
  /** Another time is given beside the card, as on the calendar. */
  movesElsewhere?: boolean;
  /** Where the reader's pages of orders are: the way to what it costs, what is owed, and taking it. */
  ordersPath?: string | undefined;
  onChanged?: () => void;
};

export function AppointmentCard({
  appointment: given,
  zone,
  withStaff,
  withFullName,
  movesElsewhere,
  ordersPath,
  onChanged,
}: Props) {
  const t = useTranslations("appointments");
  const tc = useTranslations("change");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const card = useRef<HTMLElement>(null);
  const [changed, setChanged] = useState<Appointment | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  // What was done here counts until the page brings a later revision.
  const visit = changed && changed.revision >= given.revision ? changed : given;
  const { can } = visit;
  // A request is declined, not cancelled: one way to say no is enough.
  const openers = [
    can.decline && "decline",
    can.complete && "complete",
    can.mark_no_show && "noShow",
    can.undo_no_show && "undoNoShow",
    can.mark_not_served && "notServed",
    can.restore && "restore",
    can.undo_move && "undoMove",
    can.move && !movesElsewhere && "move",
    can.cancel && !can.decline && "cancel",
  ].filter((opener): opener is Question => opener !== false);
  const name = firstName(visit.customer.name);
  const what = `${formatTime(visit.starts_at, zone, locale)} ${visit.service.name}`;

  async function act(action: () => Promise<Appointment>, words: string) {
    setBusy(true);
    setProblem(null);
    try {
      setChanged(await action());
      done();
      toast(words);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  function done() {
    setQuestion(null);
    card.current?.focus();
    onChanged?.();
    router.refresh();
  }

  function goBack() {
    const opener = question;
    setQuestion(null);
    requestAnimationFrame(() =>
      card.current?.querySelector<HTMLElement>(`[data-opens="${opener}"]`)?.focus(),
    );
  }

  return (
    <article
      ref={card}
      tabIndex={-1}
      className={styles.frame}
      data-over={isAhead(visit) ? undefined : ""}
      aria-label={what}
    >
      <div className={styles.card}>
        <p className={styles.when}>
          <time dateTime={visit.starts_at}>{formatTime(visit.starts_at, zone, locale)}</time>
          <span className={styles.until}>–{formatTime(visit.ends_at, zone, locale)}</span>
        </p>
        <div className={styles.what}>
          <h3 className={styles.service}>
            {visit.service.name} <AppointmentState state={visit.state} missedBy={visit.missed_by} />
          </h3>
          <p>
            <bdi>{t("for", { name: withFullName ? visit.customer.name : name })}</bdi>
            {withStaff && `, ${t("by", { name: visit.staff_member.name })}`}
            {visit.seats > 1 && `, ${t("seats", { count: visit.seats })}`}
          </p>
          <AppointmentPlace visit={visit} />
          {ordersPath && (
            <p>
              <Link href={`${ordersPath}visit/${visit.id}/`} aria-label={`${t("toOrder")}: ${what}`}>
                {t("toOrder")}
              </Link>
            </p>
          )}
        </div>
        {(can.confirm || openers.length > 0) && !question && (
          <div className={styles.buttons}>
            {can.confirm && (
              <Button
                kind="main"
                busy={busy}
                aria-label={`${t("confirm")}: ${what}`}
                onClick={() => act(() => confirmAppointment(visit.id), t("confirmed", { what }))}
              >
                {t("confirm")}
              </Button>
            )}
            {openers.map((opener) => (
              <Opener key={opener} question={opener} what={what} onOpen={setQuestion} />
            ))}
          </div>
        )}
        <div className={styles.ask}>
          {question === "decline" && (
            <DeclineVisit
              id={visit.id}
              name={name}
              busy={busy}
              onNo={goBack}
              onYes={(reason) =>
                void act(() => declineAppointment(visit.id, reason), t("declined", { what }))
              }
            />
          )}
          {question === "complete" && (
            <Ask
              title={t("completeTitle")}
              yes={t("completeYes")}
              no={tc("back")}
              busy={busy}
              onNo={goBack}
              onYes={() => act(() => completeAppointment(visit.id), t("completed", { what }))}
            >
              <p>{t("completeText")}</p>
            </Ask>
          )}
          {question === "noShow" && (
            <SayAbsent
              saying="noShow"
              visit={teamsChange(visit, zone)}
              say={async (shown) => setChanged(await markNoShow(visit.id, shown))}
              onBack={goBack}
              onDone={done}
            />
          )}
          {question === "notServed" && (
            <SayAbsent
              saying="notServed"
              visit={teamsChange(visit, zone)}
              say={async (shown, words) => setChanged(await markNotServed(visit.id, shown, words))}
              onBack={goBack}
              onDone={done}
            />
          )}
          {question === "undoMove" && (
            <MoveBack
              visit={teamsChange(visit, zone)}
              onBack={goBack}
              onDone={done}
              onRestored={setChanged}
            />
          )}
          {question === "restore" && (
            <RestoreVisit
              visit={teamsChange(visit, zone)}
              onBack={goBack}
              onDone={done}
              onRestored={setChanged}
            />
          )}
          {question === "undoNoShow" && (
            <Ask
              title={t("undoNoShowTitle", { name })}
              yes={t("undoNoShowYes")}
              no={tc("back")}
              busy={busy}
              onNo={goBack}
              onYes={() => act(() => undoNoShow(visit.id), t("undone", { what }))}
            >
              <p>{t("undoNoShowText")}</p>
            </Ask>
          )}
          {question === "move" && (
            <MoveVisit visit={teamsChange(visit, zone)} onBack={goBack} onDone={done} />
          )}
          {question === "cancel" && (
            <CancelVisit visit={teamsChange(visit, zone)} onBack={goBack} onDone={done} />
          )}
          {problem && (
            <ProblemNotice problem={problem}>
              {problem.code === "wrong_state" && (
                <>
                  <p>{t("stale")}</p>
                  <p>
                    <Button onClick={() => router.refresh()}>{t("reload")}</Button>
                  </p>
                </>
              )}
            </ProblemNotice>
          )}
        </div>
      </div>
    </article>
  );
}

const kinds = {
  decline: "second",
  complete: "main",
  noShow: "second",
  undoNoShow: "quiet",
  notServed: "quiet",
  restore: "quiet",
  undoMove: "quiet",
  move: "quiet",
  cancel: "quiet",
} as const;

type OpenerProps = {
  question: Question;
  what: string;
  onOpen: (question: Question) => void;
};

function Opener({ question, what, onOpen }: OpenerProps) {
  const t = useTranslations();
  const word = t(
    question === "move" || question === "cancel" ? `change.${question}` : `appointments.${question}`,
  );
  return (
    <Button
      kind={kinds[question]}
      data-opens={question}
      aria-label={`${word}: ${what}`}
      onClick={() => onOpen(question)}
    >
      {word}
    </Button>
  );
}
