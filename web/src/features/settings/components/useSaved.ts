"use client";
// Saving with care for others: what somebody else saved meanwhile is put together with what was typed, and shown.
import { useRef, useState } from "react";
import type { FieldProblem } from "@/components/ui/ErrorSummary";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import { type Difference, merged } from "../rules";

type Version<Form> = { form: Form; revision: number };
export type Meanwhile<Form> = { theirs: Form; differences: Difference<Form>[] };

type Ways<Form extends object> = {
  first: Version<Form>;
  form: Form;
  /** The form shows this from now on. */
  onChange: (form: Form) => void;
  fetch: () => Promise<Version<Form>>;
};

export function useSaved<Form extends object>({ first, form, onChange, fetch }: Ways<Form>) {
  const fieldWords = useFieldWords();
  const [base, setBase] = useState(first);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<Form> | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  function refuse(faults: Record<string, string>) {
    setProblem(null);
    setErrors(faults);
    setAttempt((count) => count + 1);
  }

  /** Two versions become one in the form; the next save is on top of theirs. */
  async function reconcile() {
    const theirs = await fetch();
    const { form: both, differences } = merged(base.form, form, theirs.form);
    setBase(theirs);
    setMeanwhile({ theirs: theirs.form, differences });
    onChange(both);
  }

  /** Sends what is typed; answers whether it was saved. */
  async function save(send: (revision: number) => Promise<Version<Form>>): Promise<boolean> {
    if (sending.current) return false;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    setErrors({});
    try {
      const saved = await send(base.revision);
      setBase(saved);
      setMeanwhile(null);
      onChange(saved.form);
      return true;
    } catch (error) {
      const found = problemOf(error);
      if (found.status === 412) await reconcile().catch((failed) => setProblem(problemOf(failed)));
      else if (found.code === "invalid_input") refuse(plain(fieldWords(found)));
      else setProblem(found);
      return false;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  const summary: FieldProblem[] = Object.entries(errors).map(([name, error]) => ({ name, error }));
  return { saved: base.form, meanwhile, errors, summary, problem, attempt, busy, save, refuse };
}

function plain(words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([name, said]) => [name.replace(/^(body\.)?payload\./, ""), said]),
  );
}
