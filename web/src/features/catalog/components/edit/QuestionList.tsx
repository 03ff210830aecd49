"use client";
// A form of questions, of a service or of customers' records: added, put in order, taken away. What was saved already may
// only be put away, where answers are kept beside it.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { type FormQuestion, moved, withSoundConditions } from "../../editing";
import styles from "./edit.module.css";
import { PutAway } from "./PutAway";
import { QuestionCard } from "./QuestionCard";

type Props<Q extends FormQuestion> = {
  questions: Q[];
  errors: Record<string, string>;
  onChange: (questions: Q[]) => void;
  /** A new one, as it begins. */
  create: () => Q;
  /** More to say of one of them; `at` begins the names of its controls. */
  extra?: (question: Q, at: string, set: (changed: Q) => void) => ReactNode;
  /** Which are put away instead of taken away. */
  kept?: ReadonlySet<string>;
  /** Whether an answer may make a visit longer. */
  lengths?: boolean;
  /** The heading; without it the page has one of its own. */
  title?: string;
  text?: string;
};

export function QuestionList<Q extends FormQuestion>(props: Props<Q>) {
  const { questions, errors, onChange, create, extra, kept, lengths, title, text } = props;
  const t = useTranslations("catalogue");
  const live = questions.filter((question) => !question.is_archived);
  const away = questions.filter((question) => question.is_archived);
  const set = (found: Q[]) => onChange(withSoundConditions(found));
  const change = (changed: Q) => set(questions.map((each) => (each.id === changed.id ? changed : each)));

  function remove(question: Q) {
    if (kept?.has(question.id))
      set([...live.filter(({ id }) => id !== question.id), archived(question, true), ...away]);
    else set(questions.filter(({ id }) => id !== question.id));
  }

  return (
    <section
      className={styles.section}
      {...(title ? { "aria-labelledby": "asks" } : { "aria-label": t("questionsTitle") })}
    >
      {title && <h2 id="asks">{title}</h2>}
      {text && <p className={styles.lead}>{text}</p>}
      {live.map((question, index) => {
        const place = questions.indexOf(question);
        return (
          <QuestionCard
            key={question.id}
            question={question}
            index={index}
            at={`questions.${place}`}
            count={live.length}
            above={live.slice(0, index)}
            errors={errors}
            lengths={lengths}
            remove={t(kept?.has(question.id) ? "putAwayQuestion" : "remove")}
            removeNamed={(name) => t(kept?.has(question.id) ? "putAwayOf" : "removeOf", { name })}
            onChange={(changed) => change({ ...question, ...changed })}
            onMove={(by) => set([...moved(live, index, by), ...away])}
            onRemove={() => remove(question)}
          >
            {extra?.(question, `questions.${place}`, change)}
          </QuestionCard>
        );
      })}
      <div>
        <Button
          onClick={() => {
            set([...live, create(), ...away]);
            requestAnimationFrame(() =>
              document.getElementById(`questions.${live.length}.label.en`)?.focus(),
            );
          }}
        >
          {t("question.add")}
        </Button>
      </div>
      {away.length > 0 && (
        <PutAway
          questions={away}
          onBring={(question) =>
            set([...live, archived(question, false), ...away.filter(({ id }) => id !== question.id)])
          }
        />
      )}
    </section>
  );
}

function archived<Q extends FormQuestion>(question: Q, is_archived: boolean): Q {
  return { ...question, is_archived };
}
