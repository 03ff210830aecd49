"use client";
// Something dangerous: done at once, or after it was said once more who is there; what was typed stays meanwhile.
import { type ReactNode, useState } from "react";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { AskAgain } from "./components/AskAgain";
import { ProofNeeded, type Way, waysAsked } from "./rules";

type Work = () => Promise<void>;
type Refused = (problem: Problem) => void | Promise<void>;

/** `run` does the work; `notice` is what belongs to it, outside of any form: the question who is there, a problem, or
 * nothing. With `onRefused` problems are the caller's to show. */
export function useGuarded(onRefused?: Refused): {
  busy: boolean;
  run: (work: Work) => Promise<void>;
  notice: ReactNode;
} {
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<{ work: Work; ways: Way[] } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run(work: Work): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setWaiting(null);
    try {
      await work();
    } catch (error) {
      const ways = error instanceof ProofNeeded ? error.ways : waysAsked(problemOf(error));
      if (ways) setWaiting({ work, ways });
      else await (onRefused ?? setProblem)(problemOf(error));
    }
    setBusy(false);
  }

  const notice = waiting ? (
    <AskAgain ways={waiting.ways} onSaid={() => run(waiting.work)} onClose={() => setWaiting(null)} />
  ) : (
    problem && <ProblemNotice problem={problem} />
  );
  return { busy, run, notice };
}
