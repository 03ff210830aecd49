"use client";
// The sites that may show a business's journey inside theirs, one a line. Nobody may who is not named.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { getSites, saveSites } from "../api";
import { linesOf, refusedLines, type SiteSettings } from "../rules";
import styles from "./links.module.css";

export function Sites({ business, saved }: { business: string; saved: SiteSettings }) {
  const t = useTranslations("links.sites");
  const toast = useToast();
  const [typed, setTyped] = useState(saved.sites.join("\n"));
  const [revision, setRevision] = useState(saved.revision);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** What somebody else saved meanwhile. */
  const [theirs, setTheirs] = useState<SiteSettings | null>(null);
  const lines = linesOf(typed);
  const refused = problem ? refusedLines(problem.fields, lines) : [];

  async function send(against: number) {
    setBusy(true);
    setProblem(null);
    setTheirs(null);
    try {
      const now = await saveSites(business, lines, against);
      setTyped(now.sites.join("\n"));
      setRevision(now.revision);
      toast(t("saved"));
    } catch (error) {
      const found = problemOf(error);
      if (found.code === "changed_meanwhile") setTheirs(await getSites(business).catch(() => null));
      setProblem(found);
    } finally {
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void send(revision);
  }

  return (
    <form method="post" onSubmit={submit} noValidate>
      {theirs ? (
        <Notice tone="warn" role="alert" title={t("conflict")}>
          <p>{theirs.sites.length > 0 ? theirs.sites.join(", ") : t("nobody")}</p>
          <p className={styles.actions}>
            <Button onClick={() => void send(theirs.revision)}>{t("mine")}</Button>
            <Button
              kind="quiet"
              onClick={() => {
                setTyped(theirs.sites.join("\n"));
                setRevision(theirs.revision);
                setTheirs(null);
                setProblem(null);
              }}
            >
              {t("theirs")}
            </Button>
          </p>
        </Notice>
      ) : (
        problem && refused.length === 0 && <ProblemNotice problem={problem} />
      )}
      <TextArea
        name="sites"
        label={t("label")}
        help={t("help")}
        optional
        rows={4}
        value={typed}
        spellCheck={false}
        autoCapitalize="none"
        error={refused.length > 0 ? t("wrong", { lines: refused.join(", ") }) : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p>{lines.length === 0 ? t("nobody") : null}</p>
      <Button kind="main" type="submit" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
