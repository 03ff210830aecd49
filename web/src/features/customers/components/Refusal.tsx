"use client";
// What the server refused above a form: by field where it says so, else as one sentence.
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Problem } from "@/lib/api/problem";

/** What is wrong with each field: "body.payload.name" and "name" are the same one. */
export function refusedFields(problem: Problem | null): Map<string, string> {
  const found = Object.entries(problem?.fields ?? {}).map(
    ([path, words]) => [path.split(".").at(-1) ?? path, words[0] ?? ""] as const,
  );
  return new Map(found);
}

type Props = { problem: Problem | null; attempt: number; errors: { name: string; error: string }[] };

export function Refusal({ problem, attempt, errors }: Props) {
  if (errors.length > 0) return <ErrorSummary problems={errors} attempt={attempt} />;
  return problem && <ProblemNotice problem={problem} />;
}
