"use client";
// Who must say why a visit is moved, cancelled or asked about, in each business. A choice counts at once.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { setReasonRule } from "../api";
import { isReasonFrom, REASON_FROM, type ReasonFrom, type ReasonRule } from "../rules";
import styles from "./requests.module.css";

export function ReasonRules({ rules }: { rules: ReasonRule[] }) {
  const t = useTranslations("requests");
  const toast = useToast();
  const [rows, setRows] = useState(rules);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function change(row: ReasonRule, from: ReasonFrom) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const revision = await setReasonRule(row, from);
      const values = { ...row.values, reason_needed: from };
      setRows((now) =>
        now.map((each) => (each.business === row.business ? { ...each, values, revision } : each)),
      );
      toast(t("reasonSaved", { name: row.name }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={styles.section} aria-labelledby="reasons">
      <h2 id="reasons">{t("reasonTitle")}</h2>
      <p className={styles.lead}>{t("reasonText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {rows.map((row) => (
        <SelectField
          key={row.business}
          name={`reason-${row.business}`}
          label={row.name}
          value={isReasonFrom(row.values.reason_needed) ? row.values.reason_needed : "nobody"}
          onChange={({ target: { value } }) => isReasonFrom(value) && void change(row, value)}
        >
          {REASON_FROM.map((from) => (
            <option key={from} value={from}>
              {t(`reasonFrom.${from}`)}
            </option>
          ))}
        </SelectField>
      ))}
    </section>
  );
}
