"use client";
// One thing at a time: a second press does nothing, and what the server refused is kept to be shown.
import { useRef, useState } from "react";
import { type Problem, problemOf } from "@/lib/api/problem";

export function useTask() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);

  /** Whether it was done. */
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    setAttempt((count) => count + 1);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, attempt, run, setProblem };
}
