"use client";
// An order by its number and the e-mail it was booked with. Which of the two is wrong is never told.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { track } from "../api";
import { goToFragment } from "../hooks";
import { writeFragment } from "../rules";
import styles from "./orders.module.css";

export function TrackForm() {
  const t = useTranslations("track");
  const [number, setNumber] = useState("");
  const [email, setEmail] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const errors = {
    number: number.trim() ? undefined : t("numberMissing"),
    email: email.trim() ? undefined : t("emailMissing"),
  };
  const problems = Object.entries(errors).flatMap(([name, error]) =>
    error && attempt > 0 ? [{ name, error }] : [],
  );

  async function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    if (errors.number || errors.email) return setAttempt((count) => count + 1);
    setBusy(true);
    try {
      const { token } = await track(number.slice(0, 40), email.trim());
      goToFragment(writeFragment(token));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <form method="post" noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        {problem &&
          (problem.code === "order_unknown" ? (
            <Notice tone="bad" role="alert" title={t("unknownTitle")} className={styles.block ?? ""}>
              <p>{t("unknown")}</p>
            </Notice>
          ) : (
            <div className={styles.block}>
              <ProblemNotice problem={problem} />
            </div>
          ))}
        <TextField
          name="number"
          label={t("number")}
          help={t("numberHelp")}
          error={attempt > 0 ? errors.number : undefined}
          size={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextField
          name="email"
          label={t("email")}
          error={attempt > 0 ? errors.email : undefined}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button kind="main" type="submit" busy={busy}>
          {t("show")}
        </Button>
      </form>
    </>
  );
}
