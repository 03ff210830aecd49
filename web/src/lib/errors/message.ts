// From a problem's code to the sentence a person reads. The texts are in the catalogue under "problems".
import type { Problem } from "@/lib/api/problem";
import type messages from "../../../messages/en.json";

type Texts = (typeof messages)["problems"];
export type ProblemKey = Exclude<keyof Texts, "reference" | "retry" | "heading">;

/** Codes the interface has its own words for. A code missing here is shown in the server's words. */
const ownWords: ReadonlySet<string> = new Set<ProblemKey>([
  "no_answer",
  "unexpected",
  "sign_in_needed",
  "not_allowed",
  "not_found",
  "slot_taken",
  "hold_expired",
  "invalid_input",
]);

/** With `minutes`: how long to wait before trying again. */
export type Sentence =
  | { key: Exclude<ProblemKey, Waiting> }
  | { key: Waiting; minutes: number }
  | { text: string };
type Waiting = "too_many_requests";

/** Our words when we have them, else the server's (already in the reader's language), else a plain apology. */
export function sentenceFor(problem: Problem): Sentence {
  if (problem.code === "too_many_requests") return { key: problem.code, minutes: minutesToWait(problem) };
  if (ownWords.has(problem.code)) return { key: problem.code as Exclude<ProblemKey, Waiting> };
  const text = problem.detail ?? problem.title;
  return text ? { text } : { key: problem.status >= 500 ? "unexpected" : "refused" };
}

function minutesToWait(problem: Problem): number {
  const seconds = Number(problem.extra.retry_after_seconds);
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds / 60)) : 1;
}
