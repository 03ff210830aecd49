"use client";
// One of a service's own questions, as the kind of answer asks for it. Native controls: phones and readers know them.
import { useTranslations } from "next-intl";
import { ChoiceCard, ChoiceGroup } from "@/components/ui/ChoiceCard";
import { SelectField, TextArea, TextField } from "@/components/ui/Field";
import { type Answer, maxLengths, type Question, wholeNumber } from "../questions";
import { FileField } from "./FileField";
import styles from "./QuestionField.module.css";

/** So many answers stand as cards; more are chosen from a list. */
const CARDS = 6;

type Props = {
  question: Question;
  /** Its own id on the page: the same service may stand in the basket twice. */
  name: string;
  value: Answer | undefined;
  error?: string | undefined;
  /** The file that was sent, by its name. */
  fileName?: string | undefined;
  onChange: (value: Answer | undefined) => void;
  onFile: (file: File) => Promise<void>;
};

export function QuestionField({ question, name, value, error, fileName, onChange, onFile }: Props) {
  const t = useTranslations("questions");
  const { kind, options } = question;
  const common = {
    name,
    label: question.label,
    help:
      [question.help || rangeOf(question, t), longerOf(question, t)].filter(Boolean).join(" · ") || undefined,
    error,
    optional: !question.is_required,
  };
  const longer = ({ minutes }: { minutes: number }) => (minutes > 0 ? [t("longer.option", { minutes })] : []);
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  switch (kind) {
    case "text":
      return (
        <TextField
          {...common}
          dir="auto"
          maxLength={maxLengths.text}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "long_text":
      return (
        <TextArea
          {...common}
          dir="auto"
          maxLength={maxLengths.long_text}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "number":
      return (
        <TextField
          {...common}
          size={4}
          inputMode={(question.minimum ?? -1) >= 0 ? "numeric" : "text"}
          autoComplete="off"
          value={text}
          onChange={(event) => onChange(wholeNumber(event.target.value) ?? event.target.value)}
        />
      );
    case "date":
      return (
        <TextField
          {...common}
          type="date"
          size={10}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "file":
      return (
        <FileField
          {...common}
          fileName={value === undefined ? undefined : fileName}
          onFile={onFile}
          onRemove={() => onChange(undefined)}
        />
      );
    case "choice":
      if (options.length > CARDS) {
        return (
          <SelectField {...common} value={text} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t("choose")}</option>
            {options.map((option) => (
              <option key={option.key} value={option.key}>
                {[option.label, ...longer(option)].join(", ")}
              </option>
            ))}
          </SelectField>
        );
      }
      return (
        <Cards {...common} options={options} chosen={[text]} onChoose={(key) => onChange(key)} many={false} />
      );
    case "choices": {
      const chosen = Array.isArray(value) ? value : [];
      return (
        <Cards
          {...common}
          options={options}
          chosen={chosen}
          many
          onChoose={(key, on) => onChange(on ? [...chosen, key] : chosen.filter((each) => each !== key))}
        />
      );
    }
    case "yes_no": {
      const answers = [
        { key: "yes", label: t("yes"), minutes: 0 },
        { key: "no", label: t("no"), minutes: 0 },
      ];
      const chosen = typeof value === "boolean" ? [value ? "yes" : "no"] : [];
      return (
        <Cards
          {...common}
          options={answers}
          chosen={chosen}
          many={false}
          side
          onChoose={(key) => onChange(key === "yes")}
        />
      );
    }
  }
}

type CardsProps = {
  name: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  optional: boolean;
  options: readonly { key: string; label: string; minutes: number }[];
  chosen: readonly string[];
  many: boolean;
  /** Two short answers stand beside each other. */
  side?: boolean;
  onChoose: (key: string, on: boolean) => void;
};

function Cards({ name, label, help, error, optional, options, chosen, many, side, onChoose }: CardsProps) {
  const t = useTranslations("ui");
  const tq = useTranslations("questions.longer");
  return (
    <ChoiceGroup
      name={name}
      legend={
        <>
          {label}
          {optional && <span className={styles.optional}> {t("field.optional")}</span>}
        </>
      }
      help={help}
      error={error}
    >
      <div className={side ? styles.side : styles.cards}>
        {options.map((option) => (
          <ChoiceCard
            key={option.key}
            many={many}
            name={`${name}-answer`}
            value={option.key}
            title={option.label}
            {...(option.minutes > 0 && { end: tq("option", { minutes: option.minutes }) })}
            checked={chosen.includes(option.key)}
            onChange={(event) => onChoose(option.key, event.target.checked)}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

type Say = ReturnType<typeof useTranslations<"questions">>;

/** "+20 min each, 1 included", where the visit is longer by the answer. */
function longerOf({ kind, minutes_each: minutes, minutes_included: included }: Question, t: Say) {
  if (minutes === 0) return undefined;
  if (kind === "yes_no") return t("longer.yes", { minutes });
  return included > 0 ? t("longer.beyond", { minutes, included }) : t("longer.each", { minutes });
}

/** "From 1 to 9", where the question has a range and no help of its own. */
function rangeOf({ kind, minimum, maximum }: Question, t: Say): string | undefined {
  if (kind !== "number" || (minimum === null && maximum === null)) return undefined;
  if (maximum === null) return t("atLeast", { minimum: minimum ?? 0 });
  return minimum === null ? t("atMost", { maximum }) : t("between", { minimum, maximum });
}
