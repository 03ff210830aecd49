"use client";
// The frame of each form: its heading, what was refused, what changed meanwhile, and the way to save.
import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { classes } from "@/components/ui/classes";
import { ErrorSummary, type FieldProblem } from "@/components/ui/ErrorSummary";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Problem } from "@/lib/api/problem";
import styles from "./settings.module.css";

type Props = {
  id: string;
  title: string;
  text: string;
  summary: FieldProblem[];
  attempt: number;
  problem: Problem | null;
  busy: boolean;
  isChanged: boolean;
  notice: ReactNode;
  save: string;
  /** Several questions stand side by side where there is room. */
  wide?: boolean;
  onSave: () => void;
  onUndo: () => void;
  children: ReactNode;
};

export function EditorFrame(props: Props) {
  const t = useTranslations("settings");
  const { id, title, text, summary, attempt, problem, busy, isChanged, notice, save, children } = props;
  return (
    <form
      method="post"
      noValidate
      className={classes(styles.editor, props.wide && styles.wide)}
      aria-labelledby={id}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <p className={styles.quiet}>{text}</p>
      </header>
      <ErrorSummary problems={summary} attempt={attempt} />
      {problem && <ProblemNotice problem={problem} />}
      {notice}
      {children}
      <div className={styles.save}>
        <Button type="submit" kind="main" busy={busy}>
          {save}
        </Button>
        {isChanged && (
          <>
            <Button kind="quiet" onClick={props.onUndo}>
              {t("undo")}
            </Button>
            <span className={styles.quiet}>{t("unsaved")}</span>
          </>
        )}
      </div>
    </form>
  );
}
