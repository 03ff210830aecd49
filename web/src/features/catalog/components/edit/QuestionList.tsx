"use client";
// What a service asks of whoever books it: added, put in order, taken away.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { type FormQuestion, moved, newQuestion, withSoundConditions } from "../../editing";
import styles from "./edit.module.css";
import { QuestionCard } from "./QuestionCard";

type Props = {
  questions: FormQuestion[];
  errors: Record<string, string>;
  onChange: (questions: FormQuestion[]) => void;
};

export function QuestionList({ questions, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  const set = (found: FormQuestion[]) => onChange(withSoundConditions(found));
  return (
    <section className={styles.section} aria-labelledby="asks">
      <h2 id="asks">{t("questionsTitle")}</h2>
      <p className={styles.lead}>{t("questionsText")}</p>
      {questions.map((question, index) => (
        <QuestionCard
          key={question.id}
          question={question}
          index={index}
          count={questions.length}
          above={questions.slice(0, index)}
          errors={errors}
          onChange={(changed) => set(questions.map((each) => (each.id === changed.id ? changed : each)))}
          onMove={(by) => set(moved(questions, index, by))}
          onRemove={() => set(questions.filter(({ id }) => id !== question.id))}
        />
      ))}
      <div>
        <Button
          onClick={() => {
            set([...questions, newQuestion()]);
            requestAnimationFrame(() =>
              document.getElementById(`questions.${questions.length}.label.en`)?.focus(),
            );
          }}
        >
          {t("question.add")}
        </Button>
      </div>
    </section>
  );
}
