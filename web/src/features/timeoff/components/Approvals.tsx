"use client";
// Whether the staff of each business must ask for time off. A tick counts at once.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { setApproval } from "../api";
import type { Approval } from "../rules";
import styles from "./Approvals.module.css";

export function Approvals({ approvals }: { approvals: Approval[] }) {
  const t = useTranslations("timeoff");
  const toast = useToast();
  const [rows, setRows] = useState(approvals);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function change(row: Approval, needed: boolean) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const revision = await setApproval(row, needed);
      setRows((now) =>
        now.map((each) => (each.business === row.business ? { ...each, needed, revision } : each)),
      );
      toast(t(needed ? "approvalOn" : "approvalOff", { name: row.name }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={styles.section} aria-labelledby="approval">
      <h2 id="approval">{t("approvalTitle")}</h2>
      <p className={styles.lead}>{t("approvalText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {rows.map((row) => (
        <CheckboxField
          key={row.business}
          name={`approval-${row.business}`}
          label={row.name}
          checked={row.needed}
          onChange={(event) => void change(row, event.currentTarget.checked)}
        />
      ))}
    </section>
  );
}
