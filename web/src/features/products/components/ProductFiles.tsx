"use client";
// The files of a product: sent one by one and kept at once, looked at, taken away.
import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import styles from "@/features/catalog/components/edit/edit.module.css";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatSize } from "@/lib/size";
import { dropProductFile, sendProductFile } from "../api";
import type { EditedProduct } from "../rules";

type Props = { product: EditedProduct; onChanged: (product: EditedProduct) => void };

export function ProductFiles({ product, onChanged }: Props) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refused, setRefused] = useState("");

  async function run(what: string, call: () => Promise<EditedProduct>) {
    if (busy) return;
    setBusy(what);
    setProblem(null);
    setRefused("");
    try {
      onChanged(await call());
    } catch (error) {
      const found = problemOf(error);
      if (found.code === "pdf_unreadable")
        setRefused(t(found.extra.reason === "broken" ? "fileBroken" : "fileNoPdf"));
      else if (found.code === "file_too_large") setRefused(t("fileTooLarge"));
      else if (found.code === "files_full") setRefused(t("filesFull"));
      else setProblem(found);
    } finally {
      setBusy(null);
    }
  }

  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    if (file) void run("sending", () => sendProductFile(product.id, file));
    currentTarget.value = "";
  }

  return (
    <section
      className={styles.section}
      aria-labelledby="files"
      style={{ marginBlockStart: "var(--s10)", maxWidth: "46rem" }}
    >
      <h2 id="files">{t("filesTitle")}</h2>
      <p className={styles.lead}>{t(product.files.length > 0 ? "filesText" : "filesNone")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {product.files.length > 0 && (
        <ul className={styles.rows}>
          {product.files.map((file) => (
            <li key={file.id} className={styles.row}>
              <div className={styles.what}>
                <a href={file.url}>{file.name}</a>
                <p className={styles.quiet}>{formatSize(file.size, locale)}</p>
              </div>
              <div className={styles.buttons}>
                <Button
                  kind="quiet"
                  busy={busy === file.id}
                  aria-label={t("removeOf", { name: file.name })}
                  onClick={() => void run(file.id, () => dropProductFile(product.id, file.id))}
                >
                  {t("remove")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <TextField
        type="file"
        name="file"
        label={t("fileAdd")}
        help={t("fileHelp")}
        optional
        accept="application/pdf"
        aria-busy={busy === "sending" || undefined}
        error={refused}
        onChange={choose}
      />
      <p role="status" className={busy === "sending" ? undefined : "visually-hidden"}>
        {busy === "sending" ? t("fileSending") : ""}
      </p>
    </section>
  );
}
