"use client";
// Points added or taken by hand. What was typed keeps its key until it is saved, so that a second press adds nothing more.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { correctPoints } from "../api";
import { type Points, pointsOf } from "../rules";
import styles from "./points.module.css";

type Props = { customerId: string; business: string; onTaken: (points: Points[]) => void };

export function CorrectPoints({ customerId, business, onTaken }: Props) {
  const t = useTranslations("points.team");
  const toast = useToast();
  const key = useRef("");
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ points: "", reason: "" });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const points = pointsOf(typed.points);
  const reason = typed.reason.trim();

  function type(change: Partial<typeof typed>) {
    key.current = "";
    setTyped({ ...typed, ...change });
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setProblem(null);
    if (points === null || !reason || busy) return;
    key.current ||= crypto.randomUUID();
    setBusy(true);
    try {
      onTaken(await correctPoints(customerId, { business, points, reason }, key.current));
      type({ points: "", reason: "" });
      setTried(false);
      setOpen(false);
      toast(t("saved"));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  if (!open) return <Button onClick={() => setOpen(true)}>{t("correct")}</Button>;
  return (
    <form method="post" noValidate className={styles.form} onSubmit={send}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        name={`points-${business}`}
        label={t("points")}
        help={t("pointsHelp")}
        error={tried && points === null ? t("pointsWrong") : undefined}
        size={10}
        maxLength={7}
        autoComplete="off"
        value={typed.points}
        onChange={({ currentTarget }) => type({ points: currentTarget.value })}
      />
      <TextField
        name={`reason-${business}`}
        label={t("reason")}
        help={t("reasonHelp")}
        error={tried && !reason ? t("reasonMissing") : undefined}
        maxLength={300}
        autoComplete="off"
        value={typed.reason}
        onChange={({ currentTarget }) => type({ reason: currentTarget.value })}
      />
      <Button type="submit" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
