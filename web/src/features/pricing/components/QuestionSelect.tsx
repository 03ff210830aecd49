"use client";
// One of the questions of the service a rule is for; where it is for several there is none to choose.
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/Field";
import type { Question } from "@/features/catalog/questions";

type Props = {
  name: string;
  label: string;
  /** What the first choice says: nothing chosen. */
  none: string;
  questions: Question[];
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
};

export function QuestionSelect({ name, label, none, questions, value, error, onChange }: Props) {
  const t = useTranslations("pricing.effect");
  return (
    <SelectField
      name={name}
      label={label}
      help={questions.length === 0 ? t("noQuestions") : undefined}
      value={questions.some(({ id }) => id === value) ? value : ""}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{none}</option>
      {questions.map(({ id, label: words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
