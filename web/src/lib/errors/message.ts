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
  "too_many_requests",
  "slot_taken",
  "hold_expired",
  "invalid_input",
]);

export type Sentence = { key: ProblemKey } | { text: string };

/** Our words when we have them, else the server's (already in the reader's language), else a plain apology. */
export function sentenceFor(problem: Problem): Sentence {
  if (ownWords.has(problem.code)) return { key: problem.code as ProblemKey };
  const text = problem.detail ?? problem.title;
  return text ? { text } : { key: problem.status >= 500 ? "unexpected" : "refused" };
}
