// What is wrong with an answer to a question, in words. Needs the texts under "questions".
import { useTranslations } from "next-intl";
import type { Fault, Question } from "../questions";

export function useFaultWords(): (question: Question, fault: Fault) => string {
  const t = useTranslations("questions.fault");
  return ({ kind, minimum, maximum }, fault) => {
    if (fault === "too_small") return t("tooSmall", { minimum: minimum ?? 0 });
    if (fault === "too_large") return t("tooLarge", { maximum: maximum ?? 0 });
    if (fault === "missing") return t(kind === "file" ? "missingFile" : "missing");
    if (fault === "wrong_kind" && kind === "number") return t("noNumber");
    return t(fault === "no_date" ? "noDate" : "bad");
  };
}
