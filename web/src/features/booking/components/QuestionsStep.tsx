"use client";
// What the service asks of whoever books it: only what applies, given the answers so far.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { QuestionField } from "@/features/catalog/components/QuestionField";
import { useFaultWords } from "@/features/catalog/components/useFaultWords";
import { type Question, shownQuestions } from "@/features/catalog/questions";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useJourney } from "../hooks";
import { onward } from "../rules";
import { StepFrame } from "./StepFrame";
import { useAnswers } from "./useAnswers";

export function QuestionsStep() {
  const t = useTranslations("questions");
  const tb = useTranslations("booking");
  const { services, line, basket, go, position } = useJourney();
  const service = services.find((each) => each.id === line?.service_id);
  const { answers, set, send: sendFile, flush } = useAnswers(line);
  const words = useFaultWords();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = shownQuestions(service?.questions ?? [], answers);
  const nameOf = (question: Question) => `q-${question.id}`;
  const faultOf = (question: Question) => (attempt > 0 ? line?.answer_faults[question.id] : undefined);

  async function submit() {
    if (!line) return go("service");
    setBusy(true);
    setProblem(null);
    try {
      const saved = (await flush())?.lines.find((each) => each.id === line.id) ?? line;
      if (Object.keys(saved.answer_faults).length > 0) {
        setAttempt((count) => count + 1);
      } else {
        if (position.line !== line.id) go("questions", { line: line.id, replace: true });
        // An answer that makes it longer gave its time up: it is chosen anew.
        const next = onward("questions", saved, basket, services);
        go(saved.starts_at ? "basket" : next.step, { line: next.line });
      }
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  const problems = shown.flatMap((question) => {
    const fault = faultOf(question);
    return fault ? [{ name: nameOf(question), error: `${question.label}: ${words(question, fault)}` }] : [];
  });
  return (
    <StepFrame
      title={t("title")}
      lead={t("lead")}
      action={tb("continue")}
      busy={busy}
      onSubmit={() => void submit()}
      problem={problem}
      notice={<ErrorSummary problems={problems} attempt={attempt} />}
    >
      {shown.map((question) => {
        const fault = faultOf(question);
        const sent = line?.files.find((file) => file.id === answers[question.id]);
        return (
          <QuestionField
            key={question.id}
            question={question}
            name={nameOf(question)}
            value={answers[question.id]}
            error={fault && words(question, fault)}
            fileName={sent?.name}
            onChange={(answer) => set(question.id, answer)}
            onFile={(file) => sendFile(question.id, file)}
          />
        );
      })}
    </StepFrame>
  );
}
