"use client";
// What the server refused above a form: by field where it says so, else as one sentence.
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Problem } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";

/** What is wrong with each field: "body.payload.name" and "name" are the same one. */
export function useRefusedFields(problem: Problem | null): Map<string, string> {
  const found = Object.entries(useFieldWords()(problem));
  return new Map(found.map(([path, words]) => [path.split(".").at(-1) ?? path, words] as const));
}

type Props = { problem: Problem | null; attempt: number; errors: { name: string; error: string }[] };

export function Refusal({ problem, attempt, errors }: Props) {
  if (errors.length > 0) return <ErrorSummary problems={errors} attempt={attempt} />;
  return problem && <ProblemNotice problem={problem} />;
}
