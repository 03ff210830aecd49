"use client";
// A setting of several rows of numbers: hours before the start and what comes back.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { FieldError, TextField } from "@/components/ui/Field";
import { placeOf, type Row, type SettingField } from "../rules";
import styles from "./settings.module.css";
import { useSettingWords } from "./useSettingWords";

type Props = {
  group: string;
  field: SettingField;
  rows: Row[];
  errors: Record<string, string>;
  onChange: (rows: Row[]) => void;
};

export function SettingRows({ group, field, rows, errors, onChange }: Props) {
  const t = useTranslations("settings");
  const words = useSettingWords(group);
  const { name, parts } = field;
  const place = placeOf(group, name);
  const set = (at: number, part: string, value: string) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [part]: value } : row)));
  const fresh = Object.fromEntries(parts.map((part) => [part.name, String(part.minimum ?? 0)]));
  return (
    <fieldset className={styles.rows} id={place} tabIndex={-1}>
      <legend>{words.label(field)}</legend>
      <p className={styles.quiet}>{words.help(field)}</p>
      <FieldError name={place} error={errors[name]} />
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no name of their own and none keeps a state.
        <div key={at} className={styles.row}>
          {parts.map((part) => (
            <TextField
              key={part.name}
              name={`${place}.${at}.${part.name}`}
              label={words.label({ ...part, name: `${name}_${part.name}` })}
              inputMode="numeric"
              size={10}
              autoComplete="off"
              value={row[part.name] ?? ""}
              error={errors[`${name}.${at}.${part.name}`]}
              onChange={({ currentTarget }) => set(at, part.name, currentTarget.value)}
            />
          ))}
          <Button
            kind="quiet"
            aria-label={t("removeRow", { number: at + 1 })}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      {rows.length === 0 && <p>{t("noRows")}</p>}
      {rows.length < (field.most ?? Number.POSITIVE_INFINITY) && (
        <div>
          <Button onClick={() => onChange([...rows, fresh])}>{t("addRow")}</Button>
        </div>
      )}
    </fieldset>
  );
}
