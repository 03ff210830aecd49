"use client";
// Named scopes to begin from; one that is no longer wanted is put away, and can be brought back at once.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { addTemplate, archiveTemplate } from "../api";
import { reachOf, type Template } from "../rules";
import styles from "./access.module.css";

export function TemplateList({ templates }: { templates: Template[] }) {
  const t = useTranslations("access");
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const [rows, setRows] = useState(templates);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function attempt(work: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  const bringBack = (template: Template) =>
    attempt(async () => {
      const made = await addTemplate(template.name, reachOf(template));
      setRows((now) => [...now, made]);
    });

  const putAway = (template: Template) =>
    attempt(async () => {
      await archiveTemplate(template.id);
      setRows((now) => now.filter(({ id }) => id !== template.id));
      toast(t("gone", { name: template.name }), { undo: () => void bringBack(template) });
      // The button goes with its row: the focus must not fall off the page.
      heading.current?.focus();
    });

  return (
    <section aria-labelledby="templates">
      <h2 id="templates" ref={heading} tabIndex={-1}>
        {t("templatesTitle")}
      </h2>
      <p className={styles.quiet}>{t("templatesLead")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {rows.length === 0 ? (
        <EmptyState icon="gear" title={t("templatesNone")}>
          {t("templatesNoneText")}
        </EmptyState>
      ) : (
        <ul className={styles.rows}>
          {rows.map((template) => (
            <li key={template.id} className={styles.row}>
              <span className={styles.what}>
                <strong>{template.name}</strong>
                <br />
                <span className={styles.quiet}>
                  {template.actions.map((action) => t(`action.${action}`)).join(", ")}
                </span>
              </span>
              <Button
                kind="quiet"
                busy={busy}
                aria-label={t("putAwayOf", { name: template.name })}
                onClick={() => void putAway(template)}
              >
                {t("putAway")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
