// A problem as the sentence that the reader is told.
import { useLocale, useTranslations } from "next-intl";
import type { Problem } from "@/lib/api/problem";
import { sentenceFor } from "./message";

export function useSentence(): (problem: Problem) => string {
  const t = useTranslations("problems");
  const locale = useLocale();
  return (problem) => {
    const sentence = sentenceFor(problem, locale);
    return "text" in sentence ? sentence.text : t(sentence.key, sentence.values);
  };
}
