"use client";
// Calls about a code that somebody typed: one at a time, and where their refusals stand.
import { useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";

/** What `wordsFor` says of a refusal stands beside the code; a refusal that it says nothing of stands above. */
export function useCodeCalls(wordsFor: (problem: Problem) => string | null) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Whether it was done. */
  async function run(call: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setError("");
    setProblem(null);
    try {
      await call();
      return true;
    } catch (thrown) {
      const found = problemOf(thrown);
      const words = wordsFor(found);
      if (words) setError(words);
      else setProblem(found);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, error, problem, run, setError };
}
