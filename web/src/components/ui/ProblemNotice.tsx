"use client";
// What the server refused, as a sentence, a way forward and a reference.
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import type { Problem } from "@/lib/api/problem";
import { useSentence } from "@/lib/errors/useSentence";
import { Button } from "./Button";
import { Notice } from "./Notice";

type Props = {
  problem: Problem;
  /** What happened in the words of this very page, where it knows better ones than the catalogue has for the code. */
  title?: string;
  /** What the reader can do: nearest times, another postcode, a phone number. */
  children?: ReactNode;
  onRetry?: () => void;
};

/** Takes the focus when it appears, so that nobody misses it; nothing typed is touched. */
export function ProblemNotice({ problem, title, children, onRetry }: Props) {
  const t = useTranslations("problems");
  const sentence = useSentence();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new problem takes the focus again.
  useEffect(() => box.current?.focus(), [problem]);
  return (
    <Notice ref={box} tone="bad" title={title ?? sentence(problem)} role="alert" tabIndex={-1}>
      {children}
      {onRetry && (
        <p>
          <Button onClick={onRetry}>{t("retry")}</Button>
        </p>
      )}
      {problem.reference && <p>{t("reference", { reference: problem.reference })}</p>}
    </Notice>
  );
}
