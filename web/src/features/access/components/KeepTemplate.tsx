"use client";
// Keeps what is chosen under a name, for the next manager.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { addTemplate } from "../api";
import type { Reach, Template } from "../rules";
import styles from "./access.module.css";

type Props = { reach: Reach; onKept: (template: Template) => void };

export function KeepTemplate({ reach, onKept }: Props) {
  const t = useTranslations("access");
  const toast = useToast();
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function keep(event: FormEvent) {
    event.preventDefault();
    const wanted = name.trim();
    setMissing(wanted === "");
    if (busy || wanted === "") return;
    setBusy(true);
    setProblem(null);
    try {
      onKept(await addTemplate(wanted, reach));
      toast(t("kept", { name: wanted }));
      setName("");
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  const refused = problem?.fields.name?.[0];
  return (
    <form method="post" noValidate className={styles.template} onSubmit={(event) => void keep(event)}>
      <h2>{t("keepTitle")}</h2>
      {problem && !refused && <ProblemNotice problem={problem} />}
      <TextField
        name="template-name"
        label={t("keepName")}
        help={t("keepHelp")}
        size={20}
        maxLength={80}
        autoComplete="off"
        value={name}
        error={missing ? t("keepMissing") : refused && t("keepTaken")}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" busy={busy}>
        {t("keep")}
      </Button>
    </form>
  );
}
