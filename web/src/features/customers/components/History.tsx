"use client";
// What became of a record, newest first. A merge that stands can be undone here for as long as nothing depends on it.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useTask } from "@/lib/useTask";
import { fetchCustomer, undoMerge } from "../api";
import { type Customer, fieldNames } from "../rules";
import styles from "./customers.module.css";

const REASONS = ["undone", "moved_on", "booked_since"] as const;

export function History({ record, onTaken }: { record: Customer; onTaken: (record: Customer) => void }) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const reason = REASONS.find((each) => each === problem?.extra.reason);

  const undo = (merge: string) =>
    run(async () => {
      await undoMerge(merge);
      onTaken(await fetchCustomer(record.id));
      toast(t("mergeUndone"));
    });

  return (
    <>
      {problem && !reason && <ProblemNotice problem={problem} />}
      {reason && (
        <Notice tone="bad" role="alert" title={t("cannotUndo")}>
          {t(`cannotUndoWhy.${reason}`)}
        </Notice>
      )}
      {record.history.length === 0 && <p className={styles.muted}>{t("noHistory")}</p>}
      <ol className={styles.list}>
        {record.history.map(({ kind, at, by, merge, fields }) => (
          <li key={kind + at} className={styles.item}>
            {merge ? (
              <p>
                <bdi>
                  {t(`happened.${kind}`)}: {merge.absorbed.name}
                </bdi>
              </p>
            ) : (
              <p>
                {[t(`happened.${kind}`), kind === "fields_answered" && fieldNames(record, fields).join(", ")]
                  .filter(Boolean)
                  .join(": ")}
              </p>
            )}
            <p className={styles.muted}>
              {by && (
                <>
                  <bdi>{by}</bdi>,{" "}
                </>
              )}
              {formatDay(at, record.zone, locale, { year: true })}, {formatTime(at, record.zone, locale)}
            </p>
            {kind === "merged" && merge && !merge.undone_at && merge.kept.id === record.id && (
              <Button
                busy={busy}
                aria-label={t("undoMergeOf", { name: merge.absorbed.name })}
                onClick={() => void undo(merge.id)}
              >
                {t("undoMerge")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
