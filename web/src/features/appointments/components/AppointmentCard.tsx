"use client";
// One visit as the team sees it: when in large figures, what, for whom, where, and what can be done with it now.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Icon } from "@/components/ui/Icon";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatTime } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { completeAppointment, confirmAppointment, declineAppointment, markNoShow } from "../api";
import { type Appointment, directionsTo, firstName } from "../rules";
import styles from "./AppointmentCard.module.css";
import { AppointmentState } from "./AppointmentState";
import { Ask } from "./Ask";

type Question = "decline" | "complete" | "noShow";
type Props = {
  appointment: Appointment;
  /** Whose clock the times are told by: the staff member's. */
  zone: string;
  /** Name the person who comes; on one's own list that would be noise. */
  withStaff?: boolean;
  withFullName?: boolean;
};

export function AppointmentCard({ appointment: given, zone, withStaff, withFullName }: Props) {
  const t = useTranslations("appointments");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const card = useRef<HTMLElement>(null);
  const [changed, setChanged] = useState<Appointment | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  // What was done here counts until the page brings a later revision.
  const visit = changed && changed.revision >= given.revision ? changed : given;
  const { can } = visit;
  const name = firstName(visit.customer.name);
  const what = `${formatTime(visit.starts_at, zone, locale)} ${visit.service.name}`;

  async function act(action: () => Promise<Appointment>, done: string) {
    setBusy(true);
    setProblem(null);
    try {
      setChanged(await action());
      setQuestion(null);
      toast(done);
      card.current?.focus();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
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
      className={styles.card}
      data-over={visit.state !== "pending" && visit.state !== "confirmed" ? "" : undefined}
      aria-label={what}
    >
      <p className={styles.when}>
        <time dateTime={visit.starts_at}>{formatTime(visit.starts_at, zone, locale)}</time>
        <span className={styles.until}>–{formatTime(visit.ends_at, zone, locale)}</span>
      </p>
      <div className={styles.what}>
        <h3 className={styles.service}>
          {visit.service.name} <AppointmentState state={visit.state} />
        </h3>
        <p>
          {t("for", { name: withFullName ? visit.customer.name : name })}
          {withStaff && `, ${t("by", { name: visit.staff_member.name })}`}
          {visit.seats > 1 && `, ${t("seats", { count: visit.seats })}`}
        </p>
        <Place visit={visit} />
      </div>
      {(can.confirm || can.decline || can.complete || can.mark_no_show) && !question && (
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
          {can.decline && <Opener question="decline" kind="second" what={what} onOpen={setQuestion} />}
          {can.complete && <Opener question="complete" kind="main" what={what} onOpen={setQuestion} />}
          {can.mark_no_show && <Opener question="noShow" kind="second" what={what} onOpen={setQuestion} />}
        </div>
      )}
      <div className={styles.ask}>
        {question === "decline" && (
          <Ask
            title={t("declineTitle")}
            yes={t("declineYes")}
            no={t("back")}
            danger
            busy={busy}
            onNo={goBack}
            onYes={() => act(() => declineAppointment(visit.id, reason.trim()), t("declined", { what }))}
          >
            <p>{t("declineText", { name })}</p>
            <TextArea
              name={`reason-${visit.id}`}
              label={t("declineReason")}
              help={t("declineReasonHelp", { name })}
              optional
              maxLength={500}
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Ask>
        )}
        {question === "complete" && (
          <Ask
            title={t("completeTitle")}
            yes={t("completeYes")}
            no={t("back")}
            busy={busy}
            onNo={goBack}
            onYes={() => act(() => completeAppointment(visit.id), t("completed", { what }))}
          >
            <p>{t("completeText")}</p>
          </Ask>
        )}
        {question === "noShow" && (
          <Ask
            title={t("noShowTitle")}
            yes={t("noShowYes")}
            no={t("back")}
            danger
            busy={busy}
            onNo={goBack}
            onYes={() => act(() => markNoShow(visit.id), t("missed", { what }))}
          >
            <p>{t("noShowText")}</p>
          </Ask>
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
    </article>
  );
}

type OpenerProps = {
  question: Question;
  kind: "main" | "second";
  what: string;
  onOpen: (question: Question) => void;
};

function Opener({ question, kind, what, onOpen }: OpenerProps) {
  const t = useTranslations("appointments");
  return (
    <Button
      kind={kind}
      data-opens={question}
      aria-label={`${t(question)}: ${what}`}
      onClick={() => onOpen(question)}
    >
      {t(question)}
    </Button>
  );
}

function Place({ visit }: { visit: Appointment }) {
  const t = useTranslations("appointments");
  if (visit.venue === "online") {
    return (
      <p className={styles.place}>
        {visit.meeting_url ? (
          <a href={visit.meeting_url} rel="noreferrer" target="_blank">
            {t("join")}
          </a>
        ) : (
          t("online")
        )}
      </p>
    );
  }
  if (!visit.address) return <p className={styles.place}>{t("atBusiness")}</p>;
  return (
    <>
      <p className={styles.place}>
        <span>{visit.address}</span>{" "}
        <a href={directionsTo(visit.address)} rel="noreferrer" target="_blank">
          <Icon name="arrow" size={20} />
          {t("directions")}
        </a>
      </p>
      {visit.access_notes ? (
        <p className={styles.place}>
          <strong>{t("gettingIn")}</strong> <span>{visit.access_notes}</span>
        </p>
      ) : null}
    </>
  );
}
