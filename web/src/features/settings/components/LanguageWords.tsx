"use client";
// A text in every language of the product: English in sight, the others behind a fold that opens where something is wrong.
import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/ui/Field";
import { languageName } from "@/lib/i18n/languages";
import { locales } from "@/lib/i18n/routing";
import type { Words } from "../rules";
import styles from "./settings.module.css";

type Props = {
  name: string;
  label: string;
  help: string;
  maxLength: number;
  value: Words;
  errors: Record<string, string>;
  onChange: (value: Words) => void;
};

export function LanguageWords({ name, label, help, maxLength, value, errors, onChange }: Props) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const [first, ...others] = locales;
  const box = (code: string) => (
    <TextField
      key={code}
      name={`${name}.${code}`}
      label={t("inLanguage", { label, language: languageName(code, locale) })}
      {...(code === first && { help })}
      optional
      lang={code}
      maxLength={maxLength}
      autoComplete="off"
      value={value[code] ?? ""}
      error={errors[`${name}.${code}`]}
      onChange={({ currentTarget }) => onChange({ ...value, [code]: currentTarget.value })}
    />
  );
  return (
    <div>
      {box(first)}
      <details className={styles.fold} open={others.some((code) => errors[`${name}.${code}`]) || undefined}>
        <summary>{t("otherLanguages", { label })}</summary>
        {others.map(box)}
      </details>
    </div>
  );
}
