"use client";
// A business's fields, filled in: only what applies, given the answers so far. Files are sent at once, the rest by "Save".
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { QuestionField } from "@/features/catalog/components/QuestionField";
import { useFaultWords } from "@/features/catalog/components/useFaultWords";
import { type Answers, type Fault, type Question, shownQuestions } from "@/features/catalog/questions";
import { problemOf } from "@/lib/api/problem";
import { useTask } from "@/lib/useTask";
import type { Fields } from "../api";
import { changedAnswers, type Filled } from "../rules";
import styles from "./customers.module.css";

type Props = {
  first: Filled;
  fields: Fields;
  /** How they stand now, after somebody else changed them. */
  refetch: () => Promise<Filled | undefined>;
  /** The team is told which of them customers do not see. */
  forTeam?: boolean;
  onSaved: () => void;
  children?: ReactNode;
};

export function FieldsForm({ first, fields, refetch, forTeam, onSaved, children }: Props) {
  const t = useTranslations("fields");
  const words = useFaultWords();
  const { busy, problem, attempt, run } = useTask();
  const [filled, setFilled] = useState(first);
  const [answers, setAnswers] = useState<Answers>(first.answers);
  const faults = (problem?.extra.faults ?? {}) as Record<string, Fault>;
  const nameOf = ({ id }: Question) => `${filled.business}-${id}`;
  const shown = shownQuestions(filled.questions, answers);
  const problems = shown.flatMap((question) => {
    const fault = faults[question.id];
    return fault ? [{ name: nameOf(question), error: `${question.label}: ${words(question, fault)}` }] : [];
  });

  function save(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      try {
        const found = await fields.save(changedAnswers(filled.answers, answers), filled.revision);
        setFilled(found);
        setAnswers(found.answers);
      } catch (error) {
        // What was typed stays in the form, on top of what somebody else saved; the next press counts.
        const theirs = problemOf(error).status === 412 ? await refetch() : undefined;
        if (theirs) {
          setAnswers({ ...theirs.answers, ...changedAnswers(filled.answers, answers) } as Answers);
          setFilled(theirs);
        }
        throw error;
      }
      onSaved();
    });
  }

  async function send(question: Question, file: File) {
    const found = await fields.send(question.id, file);
    setFilled(found);
    setAnswers((now) => ({ ...now, [question.id]: found.answers[question.id] }));
  }

  const isStale = problem?.status === 412;
  return (
    <form method="post" noValidate onSubmit={save} className={styles.form}>
      <ErrorSummary problems={problems} attempt={attempt} />
      {isStale && (
        <Notice tone="warn" role="alert" title={t("staleTitle")}>
          <p>{t("staleText")}</p>
        </Notice>
      )}
      {problem && !isStale && problems.length === 0 && <ProblemNotice problem={problem} />}
      {shown.map((question) => {
        const fault = faults[question.id];
        const answer = answers[question.id];
        const file = filled.files.find(({ id }) => id === answer);
        const hidden = forTeam && filled.of_the_team.includes(question.id);
        const help = [question.help, hidden && t("teamAlone")].filter(Boolean).join(" ");
        return (
          <QuestionField
            key={question.id}
            question={{ ...question, help }}
            name={nameOf(question)}
            value={answer ?? undefined}
            error={fault && words(question, fault)}
            fileName={file?.name}
            onChange={(value) => setAnswers((now) => ({ ...now, [question.id]: value }))}
            onFile={(sent) => send(question, sent)}
          />
        );
      })}
      <div className={styles.buttons}>
        <Button type="submit" kind={forTeam ? "second" : "main"} busy={busy}>
          {t("save")}
        </Button>
        {children}
      </div>
    </form>
  );
}
