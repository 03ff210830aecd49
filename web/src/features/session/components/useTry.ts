"use client";
// One press after another: busy while the server is asked, and what went wrong.
import { useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";

export function useTry() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Does it once, whatever is pressed meanwhile; an error becomes the problem to show. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return { busy, problem, attempt };
}
