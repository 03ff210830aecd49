"use client";
// All that is wrong with a form, at its top, each line leading to its field.
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import styles from "./ErrorSummary.module.css";
import { Notice } from "./Notice";

export type FieldProblem = { name: string; error: string };

type Props = {
  problems: FieldProblem[];
  /** Raise it with every try to send, so that the summary takes the focus again. */
  attempt: number;
};

export function ErrorSummary({ problems, attempt }: Props) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <Notice
      ref={box}
      tone="bad"
      tabIndex={-1}
      role="group"
      title={t("errors.title", { count: problems.length })}
      className={styles.summary}
    >
      <ul className={styles.list}>
        {problems.map(({ name, error }) => (
          <li key={name}>
            <a
              href={`#${name}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(name);
                field?.focus();
                field?.scrollIntoView({ block: "center" });
              }}
            >
              {error}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
