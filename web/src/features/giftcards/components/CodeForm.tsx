"use client";
// A code that somebody types, and what is found by it: a gift card, a package.
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import styles from "./giftcards.module.css";

type Props<Found> = {
  find: (code: string) => Promise<Found>;
  /** The problem's code where nobody has such a code. */
  unknown: string;
  words: { label: string; help: string; missing: string; unknown: string; look: string };
  children: (found: Found | null) => ReactNode;
};

export function CodeForm<Found>({ find, unknown, words, children }: Props<Found>) {
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    setFound(null);
    if (!code.trim()) return setError(words.missing);
    setError("");
    setBusy(true);
    try {
      setFound(await find(code.slice(0, 60)));
    } catch (thrown) {
      const refused = problemOf(thrown);
      if (refused.code === unknown) setError(words.unknown);
      else setProblem(refused);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form method="post" noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        name="code"
        label={words.label}
        help={words.help}
        error={error}
        size={20}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {words.look}
        </Button>
      </div>
      {children(found)}
    </form>
  );
}
