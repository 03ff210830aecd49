"use client";
// Saving a record with care for others: whoever saved meanwhile is not overwritten unasked, and nothing typed is lost.
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { fetchRecord } from "../api";
import type { StaffRecord } from "../rules";

type Save = (revision: number) => Promise<StaffRecord>;

export function useRecord(first: StaffRecord, onTaken: (record: StaffRecord) => void) {
  const t = useTranslations("staffRecords");
  const toast = useToast();
  const [saved, setSaved] = useState(first);
  const [theirs, setTheirs] = useState<StaffRecord | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempts, setAttempts] = useState(0);

  function take(record: StaffRecord) {
    setSaved(record);
    setTheirs(null);
    onTaken(record);
  }

  async function save(work: Save, revision = saved.revision) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setAttempts((count) => count + 1);
    try {
      take(await work(revision));
      toast(t("saved"));
    } catch (error) {
      const found = problemOf(error);
      if (found.status === 412)
        await fetchRecord(saved.id).then(setTheirs, (failed) => setProblem(problemOf(failed)));
      else setProblem(found);
    }
    setBusy(false);
  }

  /** What stands above the form: a refusal that is about no field, and the question whose version counts. */
  function notices(work: Save): ReactNode {
    const general = problem && Object.keys(problem.fields).length === 0 ? problem : null;
    return (
      <>
        {general && <ProblemNotice problem={general} />}
        {theirs && (
          <Notice tone="warn" title={t("conflictTitle")} role="alert">
            <p>{t("conflictText")}</p>
            <Button onClick={() => take(theirs)}>{t("conflictTheirs")}</Button>{" "}
            <Button busy={busy} onClick={() => void save(work, theirs.revision)}>
              {t("conflictMine")}
            </Button>
          </Notice>
        )}
      </>
    );
  }

  return { saved, setSaved, busy, problem, attempts, save, notices };
}
