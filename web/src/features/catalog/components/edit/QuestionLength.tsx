"use client";
// How much longer the visit is by the answer: for each of a number beyond those included, or with a yes.
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/Field";
import type { FormQuestion } from "../../editing";
import styles from "./edit.module.css";

type Props = {
  question: FormQuestion;
  at: string;
  errors: Record<string, string>;
  onChange: (question: FormQuestion) => void;
};

/** Minutes, or anything counted, as typed; nothing typed is none. */
export const countOf = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0);

export function QuestionLength({ question, at, errors, onChange }: Props) {
  const t = useTranslations("catalogue.question");
  const isNumber = question.kind === "number";
  if (!isNumber && question.kind !== "yes_no") return null;
  return (
    <div className={styles.pair}>
      <TextField
        name={`${at}.minutes_each`}
        label={isNumber ? t("minutesEach") : t("minutesYes")}
        help={t("minutesHelp")}
        optional
        inputMode="numeric"
        size={4}
        defaultValue={question.minutes_each || ""}
        error={errors[`${at}.minutes_each`]}
        onChange={({ currentTarget }) =>
          onChange({ ...question, minutes_each: countOf(currentTarget.value) })
        }
      />
      {isNumber && (
        <TextField
          name={`${at}.minutes_included`}
          label={t("minutesIncluded")}
          optional
          inputMode="numeric"
          size={4}
          defaultValue={question.minutes_included || ""}
          error={errors[`${at}.minutes_included`]}
          onChange={({ currentTarget }) =>
            onChange({ ...question, minutes_included: countOf(currentTarget.value) })
          }
        />
      )}
    </div>
  );
}
