"use client";
// One setting as its type asks for it.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField, TextArea, TextField } from "@/components/ui/Field";
import { isStandard, placeOf, type SettingField, type Typed, typedOf } from "../rules";
import { SettingRows } from "./SettingRows";
import styles from "./settings.module.css";
import { useSettingWords } from "./useSettingWords";

type Props = {
  group: string;
  field: SettingField;
  typed: Typed;
  errors: Record<string, string>;
  onChange: (typed: Typed) => void;
  onReset: () => void;
};

/** The first thing that is wrong with a setting, or with one of several. */
function errorOf(errors: Record<string, string>, name: string): string | undefined {
  return errors[name] ?? Object.entries(errors).find(([place]) => place.startsWith(`${name}.`))?.[1];
}

export function SettingInput(props: Props) {
  const t = useTranslations("settings");
  const { group, field, typed, onReset } = props;
  const words = useSettingWords(group);
  const label = words.label(field);
  const standard = words.tell(field, typedOf(field, field.default));
  const isOwn = !isStandard(field, typed);
  return (
    <div className={styles.setting} data-own={isOwn || undefined}>
      <Control {...props} />
      <p className={styles.standard}>
        <span>{t("standard", { value: standard })}</span>
        {isOwn && (
          <Button kind="quiet" aria-label={t("resetOf", { label })} onClick={onReset}>
            {t("reset")}
          </Button>
        )}
      </p>
    </div>
  );
}

function Control({ group, field, typed, errors, onChange }: Props) {
  const t = useTranslations("settings");
  const words = useSettingWords(group);
  const shared = {
    name: placeOf(group, field.name),
    label: words.label(field),
    help: words.help(field),
    error: errorOf(errors, field.name),
  };
  if (field.kind === "rows")
    return (
      <SettingRows
        group={group}
        field={field}
        rows={Array.isArray(typed) ? typed : []}
        errors={errors}
        onChange={onChange}
      />
    );
  if (field.kind === "yes_no")
    return (
      <CheckboxField
        {...shared}
        checked={typed === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  const text = typeof typed === "string" ? typed : "";
  if (field.kind === "choice")
    return (
      <SelectField {...shared} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {field.choices.map((value) => (
          <option key={value} value={value}>
            {words.choice(field, value)}
          </option>
        ))}
      </SelectField>
    );
  if (field.kind === "texts")
    return (
      <TextArea
        {...shared}
        optional
        rows={3}
        spellCheck={false}
        autoCapitalize="none"
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  if (field.kind === "text") {
    const typing = {
      ...shared,
      optional: field.default === "",
      maxLength: field.most ?? undefined,
      autoComplete: "off",
      value: text,
    };
    return field.lines ? (
      <TextArea {...typing} rows={4} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    ) : (
      <TextField {...typing} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    );
  }
  const said = field.unit === "minutes" && Number(text) >= 60 ? words.tell(field, text) : "";
  return (
    <div className={styles.number}>
      <TextField
        {...shared}
        data-group={group}
        optional={field.optional}
        inputMode="numeric"
        size={field.kind === "numbers" ? 20 : 10}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {said && <span className={styles.said}>{t("thatIs", { value: said })}</span>}
    </div>
  );
}
