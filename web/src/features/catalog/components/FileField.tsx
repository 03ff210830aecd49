"use client";
// A picture or a PDF as an answer: chosen, sent at once, named when it is there, taken away again.
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { FieldError, TextField } from "@/components/ui/Field";
import { type Problem, problemOf } from "@/lib/api/problem";
import styles from "./QuestionField.module.css";

const MEGABYTE = 1024 * 1024;

type Props = {
  name: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  optional: boolean;
  fileName?: string | undefined;
  onFile: (file: File) => Promise<void>;
  onRemove: () => void;
};

/** Why a file was refused, in words. */
function useRefusal(): (problem: Problem) => string {
  const t = useTranslations("questions");
  return ({ code, extra }) => {
    const megabytes = Math.round(Number(extra.most_bytes ?? 15 * MEGABYTE) / MEGABYTE);
    if (code === "file_too_large") return t("file.tooLarge", { megabytes });
    if (code === "file_unreadable") return t(extra.reason === "broken" ? "file.broken" : "file.wrongKind");
    if (code === "files_full") return t("file.full", { count: Number(extra.most_files ?? 0) });
    if (code === "too_many_requests") return t("file.wait");
    return t("file.failed");
  };
}

export function FileField({ name, label, help, error, optional, fileName, onFile, onRemove }: Props) {
  const t = useTranslations("questions");
  const refusal = useRefusal();
  const box = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      await onFile(file);
      requestAnimationFrame(() => document.getElementById(name)?.focus());
    } catch (refused) {
      setProblem(problemOf(refused));
      if (box.current) box.current.value = "";
    }
    setBusy(false);
  }

  if (fileName) {
    return (
      <fieldset className={styles.sent}>
        <legend className={styles.legend}>{label}</legend>
        <div className={styles.file}>
          <span className={styles.fileName}>{fileName}</span>
          <Button
            id={name}
            kind="quiet"
            aria-label={t("file.removeNamed", { name: fileName })}
            onClick={() => {
              onRemove();
              requestAnimationFrame(() => document.getElementById(name)?.focus());
            }}
          >
            {t("file.remove")}
          </Button>
        </div>
        <FieldError name={name} error={error} />
      </fieldset>
    );
  }
  return (
    <>
      <TextField
        ref={box}
        type="file"
        name={name}
        label={label}
        help={help || t("file.help")}
        error={problem ? refusal(problem) : error}
        optional={optional}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        disabled={busy}
        aria-busy={busy || undefined}
        onChange={(event) => void choose(event)}
      />
      <p role="status" className={busy ? undefined : "visually-hidden"}>
        {busy ? t("file.sending") : ""}
      </p>
    </>
  );
}
