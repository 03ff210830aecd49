"use client";
// "Please say your password once more", or a code where there is none: what waits for it is done as soon as it is right.
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { confirmAgain } from "../api";
import styles from "./security.module.css";

type Props = { by: "password" | "code"; onConfirmed: () => Promise<void>; onBack: () => void };

export function AskPassword({ by, onConfirmed, onBack }: Props) {
  const t = useTranslations("security.again");
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => field.current?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const typed = String(new FormData(event.currentTarget).get("again"));
    setBusy(true);
    setProblem(null);
    try {
      if (typed !== "" && (await confirmAgain(by, typed))) {
        await onConfirmed();
        return;
      }
      setWrong(true);
      field.current?.select();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} method="post" noValidate className={styles.form}>
      <p>
        <strong>{t(by === "code" ? "leadCode" : "lead")}</strong>
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        ref={field}
        name="again"
        label={t(by)}
        type={by === "code" ? "text" : "password"}
        autoComplete={by === "code" ? "one-time-code" : "current-password"}
        maxLength={500}
        error={wrong ? t(by === "code" ? "wrongCode" : "wrong") : undefined}
        onChange={() => setWrong(false)}
      />
      <p>
        <Button type="submit" kind="main" busy={busy}>
          {t("submit")}
        </Button>{" "}
        <Button kind="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </p>
    </form>
  );
}
