"use client";
// The frame of the small forms, like a category's and an extra's: what was refused, save, put away.
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import styles from "./edit.module.css";
import type { useSaving } from "./useSaving";

type Props = {
  saving: ReturnType<typeof useSaving>;
  /** Null for something new. */
  archived: boolean | null;
  /** What it means that it is put away, where that is not that nobody can book it. */
  archivedText?: string;
  onSave: () => void;
  onArchive: (archived: boolean) => void;
  children: ReactNode;
};

export function SmallEditor({ saving, archived, archivedText, onSave, onArchive, children }: Props) {
  const t = useTranslations("catalogue");
  const { summary, attempt, problem, busy } = saving;
  return (
    <form
      method="post"
      noValidate
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSave();
      }}
    >
      <ErrorSummary problems={summary} attempt={attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {archived && <Notice tone="note" title={archivedText ?? t("archivedNotice")} />}
      <div className={styles.section}>{children}</div>
      <div className={styles.save}>
        <Button type="submit" kind="main" busy={busy}>
          {t("save")}
        </Button>
        {archived !== null && (
          <Button kind="quiet" onClick={() => onArchive(!archived)}>
            {t(archived ? "bringBack" : "archive")}
          </Button>
        )}
      </div>
    </form>
  );
}
