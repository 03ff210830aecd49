"use client";
// The answers to choose from. Each keeps its key when its words change, so that conditions and orders still know it.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { FieldError, TextField } from "@/components/ui/Field";
import { type FormQuestion, optionKey } from "../../editing";
import styles from "./edit.module.css";
import { countOf } from "./QuestionLength";

type Props = {
  question: FormQuestion;
  at: string;
  errors: Record<string, string>;
  /** Whether one may make a visit longer. */
  lengths?: boolean | undefined;
  onChange: (question: FormQuestion) => void;
};

export function QuestionOptions({ question, at, errors, lengths, onChange }: Props) {
  const t = useTranslations("catalogue");
  const options = question.options ?? [];
  const set = (found: typeof options) => onChange({ ...question, options: found });
  return (
    <fieldset className={styles.card}>
      <legend>{t("options.title")}</legend>
      {options.map((option, index) => (
        <div key={option.key} className={styles.pair}>
          <TextField
            name={`${at}.options.${index}`}
            label={t("options.one", { number: index + 1 })}
            lang="en"
            maxLength={200}
            value={option.label.en ?? ""}
            onChange={({ currentTarget }) =>
              set(
                options.map((each) =>
                  each.key === option.key
                    ? { ...each, label: { ...each.label, en: currentTarget.value } }
                    : each,
                ),
              )
            }
          />
          {lengths && (
            <TextField
              name={`${at}.options.${index}.minutes`}
              label={t("question.minutesOption")}
              optional
              inputMode="numeric"
              size={4}
              defaultValue={option.minutes || ""}
              onChange={({ currentTarget }) =>
                set(
                  options.map((each) =>
                    each.key === option.key ? { ...each, minutes: countOf(currentTarget.value) } : each,
                  ),
                )
              }
            />
          )}
          <Button
            kind="quiet"
            aria-label={t("options.removeOf", { number: index + 1 })}
            onClick={() => set(options.filter(({ key }) => key !== option.key))}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      <FieldError name={`${at}.options`} error={errors[`${at}.options`]} />
      <div>
        <Button
          id={`${at}.options`}
          onClick={() => {
            const taken = options.map(({ key }) => key);
            set([
              ...options,
              { key: optionKey(`option-${options.length + 1}`, taken), label: { en: "" }, minutes: 0 },
            ]);
            requestAnimationFrame(() => document.getElementById(`${at}.options.${options.length}`)?.focus());
          }}
        >
          {t("options.add")}
        </Button>
      </div>
    </fieldset>
  );
}
