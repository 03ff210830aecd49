"use client";
// When a question is asked: always, or only after a certain answer to one above it.
import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/Field";
import type { FormQuestion } from "../../editing";
import styles from "./edit.module.css";

type Props = {
  question: FormQuestion;
  at: string;
  above: FormQuestion[];
  errors: Record<string, string>;
  onChange: (question: FormQuestion) => void;
};
type Test = NonNullable<FormQuestion["show_if"]>["test"];

const TESTS: Record<"choices" | "number" | "other", Test[]> = {
  choices: ["is", "is_not", "answered"],
  number: ["at_least", "at_most", "answered"],
  other: ["answered"],
};

function testsFor({ kind }: FormQuestion): Test[] {
  if (kind === "choice" || kind === "choices" || kind === "yes_no") return TESTS.choices;
  return kind === "number" ? TESTS.number : TESTS.other;
}

function firstAnswer(question: FormQuestion, test: Test): string {
  if (test === "answered") return "";
  if (question.kind === "yes_no") return "yes";
  return question.kind === "number" ? "1" : (question.options?.[0]?.key ?? "");
}

export function ShownIf({ question, at, above, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  const condition = question.show_if;
  const other = above.find(({ id }) => id === condition?.question);
  const set = (show_if: NonNullable<FormQuestion["show_if"]> | null) => onChange({ ...question, show_if });
  return (
    <div className={styles.pair}>
      <SelectField
        name={`${at}.show_if`}
        label={t("condition.after")}
        value={condition?.question ?? ""}
        error={errors[`${at}.show_if`]}
        onChange={({ currentTarget }) => {
          const chosen = above.find(({ id }) => id === currentTarget.value);
          const [test] = chosen ? testsFor(chosen) : [];
          set(chosen && test ? { question: chosen.id, test, value: firstAnswer(chosen, test) } : null);
        }}
      >
        <option value="">{t("condition.always")}</option>
        {above.map(({ id, label }, index) => (
          <option key={id} value={id}>
            {label.en || t("question.number", { number: index + 1 })}
          </option>
        ))}
      </SelectField>
      {condition && other && (
        <SelectField
          name={`${at}.show_if.test`}
          label={t("condition.test")}
          value={condition.test}
          onChange={({ currentTarget }) => {
            const test = testsFor(other).find((each) => each === currentTarget.value);
            if (test) set({ ...condition, test, value: firstAnswer(other, test) });
          }}
        >
          {testsFor(other).map((test) => (
            <option key={test} value={test}>
              {t(`condition.${test}`)}
            </option>
          ))}
        </SelectField>
      )}
      {condition && other && condition.test !== "answered" && (
        <Answer
          other={other}
          value={condition.value ?? ""}
          at={at}
          onChange={(value) => set({ ...condition, value })}
        />
      )}
    </div>
  );
}

type AnswerProps = { other: FormQuestion; value: string; at: string; onChange: (value: string) => void };

function Answer({ other, value, at, onChange }: AnswerProps) {
  const t = useTranslations("catalogue");
  const shared = { name: `${at}.show_if.value`, label: t("condition.value"), value };
  if (other.kind === "number")
    return (
      <TextField
        {...shared}
        inputMode="numeric"
        size={10}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  const answers =
    other.kind === "yes_no"
      ? [
          { key: "yes", words: t("condition.yes") },
          { key: "no", words: t("condition.no") },
        ]
      : (other.options ?? []).map(({ key, label }) => ({ key, words: label.en || key }));
  return (
    <SelectField {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {answers.map(({ key, words }) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
