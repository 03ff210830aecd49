"use client";
// What the team wrote down about a customer: who, when, what.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useTask } from "@/lib/useTask";
import { removeNote, writeNote } from "../api";
import type { Customer } from "../rules";
import styles from "./customers.module.css";

type Props = { record: Customer; zone: string; onTaken: (record: Customer) => void };

export function Notes({ record, zone, onTaken }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);

  function send(event: FormEvent) {
    event.preventDefault();
    setMissing(!text.trim());
    if (!text.trim()) return;
    void run(async () => {
      onTaken(await writeNote(record.id, text));
      setText("");
      toast(t("noteWritten"));
    });
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.list}>
        {record.notes.map(({ id, text: words, written_at, written_by }) => (
          <li key={id} className={styles.item}>
            <p className={styles.note}>
              <bdi>{words}</bdi>
            </p>
            <p className={styles.muted}>
              <bdi>{written_by}</bdi>, {formatDay(written_at, zone, locale, { year: true })},{" "}
              {formatTime(written_at, zone, locale)}
            </p>
            {record.can_edit && (
              <Button
                kind="quiet"
                aria-label={t("noteRemoveOf", { text: words.slice(0, 40) })}
                onClick={() =>
                  void run(async () => {
                    onTaken(await removeNote(record.id, id));
                    toast(t("noteRemoved"));
                  })
                }
              >
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {record.can_edit && (
        <form method="post" noValidate onSubmit={send} className={styles.form}>
          <TextArea
            name="note"
            label={t("noteLabel")}
            help={t("noteHelp")}
            maxLength={4000}
            dir="auto"
            autoComplete="off"
            value={text}
            error={missing && !text.trim() ? t("noteMissing") : undefined}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button type="submit" busy={busy}>
            {t("noteAdd")}
          </Button>
        </form>
      )}
    </>
  );
}
