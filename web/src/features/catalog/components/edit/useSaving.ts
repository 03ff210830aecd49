"use client";
// What every form of the catalogue does when it is sent: once at a time, with what is wrong told by field.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { FieldProblem } from "@/components/ui/ErrorSummary";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import type { Fault } from "../../editing";

/** The words for each field, the summary of them, and whatever else stood in the way. */
export function useSaving() {
  const t = useTranslations("catalogue");
  const fieldWords = useFieldWords();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  /** Sends unless something typed cannot be sent; answers what was saved, or null. */
  async function save<Saved>(
    faults: Record<string, Fault>,
    send: () => Promise<Saved>,
  ): Promise<Saved | null> {
    if (sending.current) return null;
    setProblem(null);
    setErrors(
      Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t(`fault.${fault}`)])),
    );
    if (Object.keys(faults).length > 0) {
      setAttempt((count) => count + 1);
      return null;
    }
    sending.current = true;
    setBusy(true);
    try {
      return await send();
    } catch (error) {
      const found = problemOf(error);
      if (found.code === "invalid_input")
        setErrors(
          Object.fromEntries(Object.entries(fieldWords(found)).map(([name, words]) => [plain(name), words])),
        );
      else setProblem(found);
      setAttempt((count) => count + 1);
      return null;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  const summary: FieldProblem[] = Object.entries(errors).map(([name, error]) => ({ name, error }));
  return { save, errors, summary, problem, attempt, busy };
}

/** A shape the server could not read is told with where it stood in the request. */
function plain(name: string): string {
  return name.replace(/^(body\.)?payload\./, "");
}
