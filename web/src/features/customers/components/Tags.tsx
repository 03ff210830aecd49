"use client";
// The words a customer is grouped by.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { IconButton } from "@/components/ui/IconButton";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useTask } from "@/lib/useTask";
import { setTags } from "../api";
import { type Customer, withTag } from "../rules";
import styles from "./customers.module.css";

type Props = { record: Customer; known: string[]; onTaken: (record: Customer) => void };

export function Tags({ record, known, onTaken }: Props) {
  const t = useTranslations("customers");
  const { busy, problem, run } = useTask();
  const [word, setWord] = useState("");
  const save = (tags: string[]) => run(async () => onTaken(await setTags(record.id, tags)));

  async function add(event: FormEvent) {
    event.preventDefault();
    if (word.trim() && (await save(withTag(record.tags, word)))) setWord("");
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {record.tags.length === 0 && <p className={styles.muted}>{t("noTags")}</p>}
      <ul className={styles.tags}>
        {record.tags.map((tag) => (
          <li key={tag} className={styles.tag}>
            <bdi>{tag}</bdi>
            {record.can_edit && (
              <IconButton
                icon="close"
                small
                aria-label={t("tagRemoveOf", { tag })}
                onClick={() => void save(record.tags.filter((each) => each !== tag))}
              />
            )}
          </li>
        ))}
      </ul>
      {record.can_edit && (
        <form method="post" noValidate onSubmit={(event) => void add(event)} className={styles.inline}>
          <TextField
            name="tag"
            label={t("tagLabel")}
            optional
            size={20}
            maxLength={40}
            list="known-tags"
            autoComplete="off"
            value={word}
            onChange={({ currentTarget }) => setWord(currentTarget.value)}
          />
          <datalist id="known-tags">
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Button type="submit" busy={busy}>
            {t("tagAdd")}
          </Button>
        </form>
      )}
    </>
  );
}
