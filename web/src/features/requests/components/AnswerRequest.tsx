"use client";
// The answers to one request, beside the list: which visit, what its customer would like instead, and what to say.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Sheet } from "@/components/ui/Sheet";
import { useToast } from "@/components/ui/Toast";
import { teamsChange } from "@/features/appointments/changes";
import { Ask } from "@/features/appointments/components/Ask";
import { type Answering, MoveVisit } from "@/features/appointments/components/MoveVisit";
import { SayAbsent } from "@/features/appointments/components/SayAbsent";
import { Wishes } from "@/features/appointments/components/Wishes";
import { firstName } from "@/features/appointments/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatRange } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { acceptRequest, declineRequest, proposeTime } from "../api";
import type { TeamRequest } from "../rules";
import { AgreeToCancel } from "./AgreeToCancel";
import styles from "./requests.module.css";

const WORDS_LENGTH = 2000;
type Question = "move" | "propose" | "cancel" | "agree" | "decline";

const WANTS = { move: "wantsMove", cancel: "wantsCancel", absent: "saysAbsent" } as const;
const ANSWERS: Record<TeamRequest["kind"], Question[]> = {
  move: ["move", "propose", "decline"],
  cancel: ["cancel", "decline"],
  absent: ["agree", "decline"],
};

/** Somebody else answered it, or its customer took it back. */
const isStale = ({ code }: Problem) => code === "request_over" || code === "changed_meanwhile";

type Props = { request: TeamRequest; zone: string };

export function AnswerRequest({ request, zone }: Props) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { appointment: visit, kind } = request;
  const name = visit.customer.name;
  const what = whatOf(request, zone, locale);
  return (
    <>
      <p className={styles.open}>
        <Button aria-label={t("answerOf", { name, what })} onClick={() => setOpen(true)}>
          {t("answer")}
        </Button>
      </p>
      {open && (
        <Sheet title={t(WANTS[kind], { name })} onClose={() => setOpen(false)}>
          <Answers request={request} zone={zone} />
        </Sheet>
      )}
    </>
  );
}

function whatOf({ appointment: visit }: TeamRequest, zone: string, locale: string): string {
  return `${visit.service.name}, ${formatRange(visit.starts_at, visit.ends_at, zone, locale)}`;
}

function Answers({ request, zone }: Props) {
  const t = useTranslations("requests");
  const tc = useTranslations("change");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { appointment: visit, kind, state, note, proposal } = request;
  const name = firstName(visit.customer.name);
  const when = formatRange(visit.starts_at, visit.ends_at, zone, locale);
  const what = whatOf(request, zone, locale);
  const questions = ANSWERS[kind].filter((each) => each !== "decline" || request.can_decline);
  const isAbsent = kind === "absent";

  function goBack() {
    const opener = question;
    setQuestion(null);
    setProblem(null);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-opens="${opener}"]`)?.focus());
  }

  async function act(action: () => Promise<void>, told: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await action();
      toast(told);
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  const wordsField = (
    <TextArea
      name={`words-${request.id}`}
      label={t("words", { name })}
      optional={!isAbsent}
      rows={2}
      maxLength={WORDS_LENGTH}
      dir="auto"
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
  const answering: Record<"move" | "propose", Answering> = {
    move: {
      title: t("moveTitle", { what: visit.service.name }),
      lead: t("moveLead", { when, name }),
      submit: (time) => acceptRequest(request, time),
      yes: (at) => (at ? t("moveTo", { when: at }) : t("move")),
      done: (at) => tc("team.moved", { when: at, person: name }),
    },
    propose: {
      title: t("proposeTitle", { name }),
      lead: t("proposeLead", { when }),
      submit: (time) => proposeTime(request, time, words.trim()),
      yes: (at) => (at ? t("proposeTo", { when: at }) : t("propose")),
      done: (at) => t("proposedToast", { when: at, name }),
      extra: wordsField,
    },
  };

  return (
    <div ref={box} className={styles.answers}>
      <h3 className={styles.about}>
        {t("about", { what, staff: visit.staff_member.name, number: request.number })}
      </h3>
      <Wishes wishes={request.wishes} locale={locale} />
      {note && (
        <blockquote className={styles.note} dir="auto">
          {note}
        </blockquote>
      )}
      {state === "proposed" && proposal && (
        <p>
          {t("youProposed", { when: formatRange(proposal.starts_at, proposal.ends_at, zone, locale) })}
          {proposal.staff_name && `, ${proposal.staff_name}`}
        </p>
      )}
      {request.can_answer && !question && (
        <div className={styles.buttons}>
          {questions.map((each, index) => (
            <Button
              key={each}
              kind={index === 0 && state === "open" ? "main" : "second"}
              data-opens={each}
              aria-label={`${t(isAbsent && each === "decline" ? "deny" : each)}: ${what}`}
              onClick={() => setQuestion(each)}
            >
              {t(isAbsent && each === "decline" ? "deny" : each)}
            </Button>
          ))}
        </div>
      )}
      {(question === "move" || question === "propose") && (
        <MoveVisit
          key={question}
          visit={teamsChange(visit, zone)}
          answering={answering[question]}
          onBack={goBack}
          onDone={() => router.refresh()}
        />
      )}
      {question === "cancel" && (
        <AgreeToCancel
          request={request}
          name={name}
          onBack={goBack}
          onDone={() => {
            toast(tc("team.cancelled", { person: name }));
            router.refresh();
          }}
        />
      )}
      {question === "agree" && (
        <SayAbsent
          saying="agree"
          visit={teamsChange(visit, zone)}
          say={(shown) => acceptRequest(request, null, shown)}
          onBack={goBack}
          onDone={() => router.refresh()}
        />
      )}
      {question === "decline" && (
        <Ask
          title={t(isAbsent ? "denyTitle" : "declineTitle", { name })}
          yes={t(isAbsent ? "deny" : "decline")}
          no={tc("back")}
          danger
          busy={busy}
          onNo={goBack}
          onYes={() => void act(() => declineRequest(request, words.trim()), t("declinedToast", { name }))}
        >
          <p>{t(isAbsent ? "denyText" : "declineText", { name })}</p>
          {wordsField}
        </Ask>
      )}
      {problem && (
        <ProblemNotice problem={problem}>
          {isStale(problem) && (
            <p>
              <Button onClick={() => router.refresh()}>{t("reload")}</Button>
            </p>
          )}
        </ProblemNotice>
      )}
    </div>
  );
}
