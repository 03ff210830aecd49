"use client";
// One question of a form: its words, what kind of answer it takes, and when it is asked.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, FieldError, SelectField, TextField } from "@/components/ui/Field";
import { type FormQuestion, KINDS } from "../../editing";
import styles from "./edit.module.css";
import { LanguageText } from "./LanguageText";
import { QuestionLength } from "./QuestionLength";
import { QuestionOptions } from "./QuestionOptions";
import { ShownIf } from "./ShownIf";

type Props = {
  question: FormQuestion;
  index: number;
  /** What the names of its controls begin with: its place in what is sent. */
  at: string;
  count: number;
  above: FormQuestion[];
  errors: Record<string, string>;
  onChange: (question: FormQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** What the button says that takes it away. */
  remove: string;
  removeNamed: (name: string) => string;
  /** Whether an answer may make a visit longer. */
  lengths?: boolean | undefined;
  /** More to say of it. */
  children?: ReactNode;
};

const whole = (typed: string) => (/^-?\d{1,9}$/.test(typed.trim()) ? Number(typed) : null);

export function QuestionCard(props: Props) {
  const { question, index, at, count, above, errors, lengths, onChange, onMove, onRemove, children } = props;
  const t = useTranslations("catalogue");
  const set = (change: Partial<FormQuestion>) => onChange({ ...question, ...change });
  const named = question.label.en || t("question.number", { number: index + 1 });
  const hasOptions = question.kind === "choice" || question.kind === "choices";
  return (
    <fieldset className={styles.card}>
      <legend>{t("question.number", { number: index + 1 })}</legend>
      <LanguageText
        name={`${at}.label`}
        label={t("question.label")}
        value={question.label}
        errors={errors}
        maxLength={500}
        onChange={(label) => set({ label })}
      />
      <LanguageText
        name={`${at}.help`}
        label={t("question.help")}
        value={question.help ?? {}}
        errors={errors}
        maxLength={500}
        optional
        onChange={(help) => set({ help })}
      />
      <SelectField
        name={`${at}.kind`}
        label={t("question.kind")}
        value={question.kind}
        onChange={({ currentTarget }) => {
          const kind = KINDS.find((each) => each === currentTarget.value);
          // What the other kind added in minutes does not stay unseen.
          if (kind) set({ kind, minutes_each: 0, minutes_included: 0 });
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      {hasOptions && (
        <QuestionOptions question={question} at={at} errors={errors} lengths={lengths} onChange={onChange} />
      )}
      {question.kind === "number" && (
        <div className={styles.pair}>
          <TextField
            name={`${at}.minimum`}
            label={t("question.minimum")}
            optional
            inputMode="numeric"
            size={10}
            defaultValue={question.minimum ?? ""}
            onChange={({ currentTarget }) => set({ minimum: whole(currentTarget.value) })}
          />
          <TextField
            name={`${at}.maximum`}
            label={t("question.maximum")}
            optional
            inputMode="numeric"
            size={10}
            defaultValue={question.maximum ?? ""}
            error={errors[`${at}.maximum`]}
            onChange={({ currentTarget }) => set({ maximum: whole(currentTarget.value) })}
          />
        </div>
      )}
      {lengths && (
        <QuestionLength key={question.kind} question={question} at={at} errors={errors} onChange={onChange} />
      )}
      <CheckboxField
        name={`${at}.is_required`}
        label={t("question.required")}
        checked={question.is_required ?? false}
        onChange={({ currentTarget }) => set({ is_required: currentTarget.checked })}
      />
      <CheckboxField
        name={`${at}.for_staff`}
        label={t("question.forStaff")}
        checked={question.for_staff ?? false}
        onChange={({ currentTarget }) => set({ for_staff: currentTarget.checked })}
      />
      {children}
      {above.length > 0 && (
        <ShownIf question={question} at={at} above={above} errors={errors} onChange={onChange} />
      )}
      <FieldError name={`${at}.id`} error={errors[`${at}.id`]} />
      <div className={styles.buttons}>
        <Button
          kind="quiet"
          aria-disabled={index === 0}
          aria-label={t("upOf", { name: named })}
          onClick={() => onMove(-1)}
        >
          {t("up")}
        </Button>
        <Button
          kind="quiet"
          aria-disabled={index === count - 1}
          aria-label={t("downOf", { name: named })}
          onClick={() => onMove(1)}
        >
          {t("down")}
        </Button>
        <Button kind="quiet" aria-label={props.removeNamed(named)} onClick={onRemove}>
          {props.remove}
        </Button>
      </div>
    </fieldset>
  );
}
