"use client";
// Something dangerous: done at once, or after the password was given once more; what was typed stays meanwhile.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { fetchFactors } from "./api";
import { AskPassword } from "./components/AskPassword";
import { PasswordNeeded } from "./rules";

type Work = () => Promise<void>;

/** `run` does the work; `notice` is what stands beside it: a question for the password, a problem, or nothing. */
export function useGuarded(): { busy: boolean; run: (work: Work) => Promise<void>; notice: ReactNode } {
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<{ work: Work; by: PasswordNeeded["by"] } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run(work: Work): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setWaiting(null);
    try {
      await work();
    } catch (error) {
      if (error instanceof PasswordNeeded) setWaiting({ work, by: error.by });
      else setProblem(problemOf(error));
    }
    setBusy(false);
  }

  const notice = waiting ? (
    <AskPassword by={waiting.by} onConfirmed={() => run(waiting.work)} onBack={() => setWaiting(null)} />
  ) : (
    problem && <ProblemNotice problem={problem} />
  );
  return { busy, run, notice };
}

export function useFactors() {
  return useQuery({ queryKey: ["factors"], queryFn: fetchFactors });
}
