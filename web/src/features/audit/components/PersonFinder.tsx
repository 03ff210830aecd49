"use client";
// Narrows the log to one person: found by part of a name, which stays out of every address; the person's id goes in.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { Link } from "@/lib/i18n/navigation";
import { findPeople } from "../api";
import type { Person } from "../rules";
import styles from "./audit.module.css";

type Props = {
  person: Person | null;
  /** Addresses of the list: for everybody, and for one person, whose id is put at the end. */
  everybody: string;
  one: string;
};

export function PersonFinder({ person, everybody, one }: Props) {
  const t = useTranslations("audit");
  const [words, setWords] = useState("");
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Person[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function find(event: FormEvent) {
    event.preventDefault();
    const wanted = words.trim();
    setShort(wanted.length < 2);
    if (busy || wanted.length < 2) return;
    setBusy(true);
    setProblem(null);
    try {
      setFound(await findPeople(wanted));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (person)
    return (
      <p className={styles.shown}>
        <bdi>{t("personShown", { name: person.name })}</bdi>{" "}
        <ButtonLink href={everybody}>{t("personAll")}</ButtonLink>
      </p>
    );
  return (
    <details className={styles.finder}>
      <summary>{t("personTitle")}</summary>
      <form method="post" noValidate onSubmit={(event) => void find(event)}>
        <TextField
          name="audit-person"
          label={t("personLabel")}
          help={t("personHelp")}
          size={20}
          maxLength={100}
          autoComplete="off"
          value={words}
          error={short ? t("personShort") : undefined}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button type="submit" busy={busy}>
          {t("personFind")}
        </Button>
      </form>
      {problem && <ProblemNotice problem={problem} />}
      <div role="status">
        {found && <p>{found.length === 0 ? t("personNone") : t("personFound", { count: found.length })}</p>}
      </div>
      {found && found.length > 0 && (
        <ul className={styles.people}>
          {found.map(({ id, name, kind }) => (
            <li key={id}>
              <Link href={`${one}${id}`}>
                <bdi>{name}</bdi>
              </Link>{" "}
              <span className={styles.business}>{t(`kind.${kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
