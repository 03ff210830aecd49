"use client";
// When a rule holds. Everything may be left out.
import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, TextField } from "@/components/ui/Field";
import styles from "@/features/catalog/components/edit/edit.module.css";
import type { Question } from "@/features/catalog/questions";
import { weekdayNames } from "@/lib/datetime/format";
import { type Count, RHYTHMS, type RuleDraft } from "../rules";
import own from "./pricing.module.css";
import { QuestionSelect } from "./QuestionSelect";

type Props = {
  draft: RuleDraft;
  questions: Question[];
  errors: Record<string, string>;
  set: (change: Partial<RuleDraft>) => void;
};

export function RuleConditions({ draft, questions, errors, set }: Props) {
  const t = useTranslations("pricing.when");
  const tr = useTranslations("pricing.rhythm");
  const locale = useLocale();
  const count = (name: Count, label: string) => (
    <TextField
      name={`when.${name}`}
      label={label}
      optional
      inputMode="numeric"
      size={4}
      value={draft.counts[name]}
      error={errors[`when.${name}`]}
      onChange={({ currentTarget }) => set({ counts: { ...draft.counts, [name]: currentTarget.value } })}
    />
  );
  const plain = (
    key: "from" | "until" | "firstOn" | "lastOn",
    field: string,
    label: string,
    type: string,
  ) => (
    <TextField
      name={`when.${field}`}
      label={label}
      type={type}
      optional
      size={10}
      value={draft[key]}
      error={errors[`when.${field}`]}
      onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
    />
  );
  return (
    <section className={styles.section} aria-labelledby="rule-when">
      <h2 id="rule-when">{t("title")}</h2>
      <p className={styles.lead}>{t("text")}</p>
      <fieldset className={styles.card}>
        <legend>{t("weekdays")}</legend>
        <div className={own.days}>
          {weekdayNames(locale, "long").map((name, day) => (
            <CheckboxField
              key={name}
              name={`weekday-${day}`}
              label={name}
              checked={draft.weekdays.includes(day)}
              onChange={({ currentTarget }) =>
                set({
                  weekdays: currentTarget.checked
                    ? [...draft.weekdays, day].sort()
                    : draft.weekdays.filter((each) => each !== day),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.card}>
        <legend>{t("hours")}</legend>
        <p className={styles.lead}>{t("hoursHelp")}</p>
        <div className={styles.pair}>
          {plain("from", "from_minute", t("from"), "time")}
          {plain("until", "until_minute", t("until"), "time")}
        </div>
      </fieldset>
      <fieldset className={styles.card}>
        <legend>{t("dates")}</legend>
        <div className={styles.pair}>
          {plain("firstOn", "first_on", t("firstDay"), "date")}
          {plain("lastOn", "last_on", t("lastDay"), "date")}
        </div>
      </fieldset>
      <TextField
        name="when.areas"
        label={t("areas")}
        help={t("areasHelp")}
        optional
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        value={draft.areas}
        error={errors["when.areas"]}
        onChange={({ currentTarget }) => set({ areas: currentTarget.value })}
      />
      <fieldset className={styles.card}>
        <legend>{t("notice")}</legend>
        <div className={styles.pair}>
          {count("lead_least_hours", t("leadLeast"))}
          {count("lead_below_hours", t("leadBelow"))}
        </div>
      </fieldset>
      <fieldset className={styles.card}>
        <legend>{t("size")}</legend>
        <div className={styles.pair}>
          {count("seats_least", t("seatsLeast"))}
          {count("seats_most", t("seatsMost"))}
          {count("minutes_least", t("minutesLeast"))}
          {count("minutes_most", t("minutesMost"))}
        </div>
      </fieldset>
      <fieldset className={styles.card}>
        <legend>{t("rhythm")}</legend>
        <div className={own.days}>
          {RHYTHMS.map((rhythm) => (
            <CheckboxField
              key={rhythm}
              name={`rhythm-${rhythm}`}
              label={tr(rhythm)}
              checked={draft.rhythms.includes(rhythm)}
              onChange={({ currentTarget }) =>
                set({
                  rhythms: currentTarget.checked
                    ? [...draft.rhythms, rhythm]
                    : draft.rhythms.filter((each) => each !== rhythm),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <Answer draft={draft} questions={questions} errors={errors} set={set} count={count} />
    </section>
  );
}

type AnswerProps = Props & { count: (name: Count, label: string) => React.ReactNode };

function Answer({ draft, questions, errors, set, count }: AnswerProps) {
  const t = useTranslations("pricing.when");
  const asked = questions.find(({ id }) => id === draft.askedQuestion);
  const options =
    asked?.kind === "yes_no"
      ? [
          { key: "yes", label: t("yes") },
          { key: "no", label: t("no") },
        ]
      : (asked?.options ?? []);
  return (
    <fieldset className={styles.card}>
      <legend>{t("answer")}</legend>
      <QuestionSelect
        name="when.question"
        label={t("answer")}
        none={t("anyAnswer")}
        questions={questions}
        value={draft.askedQuestion}
        error={errors["when.question"] ?? errors["when.answers"]}
        onChange={(askedQuestion) => set({ askedQuestion, answers: [] })}
      />
      {options.map(({ key, label }) => (
        <CheckboxField
          key={key}
          name={`answer-${key}`}
          label={label}
          checked={draft.answers.includes(key)}
          onChange={({ currentTarget }) =>
            set({
              answers: currentTarget.checked
                ? [...draft.answers, key]
                : draft.answers.filter((each) => each !== key),
            })
          }
        />
      ))}
      {asked?.kind === "number" && (
        <div className={styles.pair}>
          {count("answer_least", t("answerLeast"))}
          {count("answer_most", t("answerMost"))}
        </div>
      )}
    </fieldset>
  );
}
