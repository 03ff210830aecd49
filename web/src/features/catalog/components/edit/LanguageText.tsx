"use client";
// A text in several languages: English in sight, the others behind a fold that stands open where something is wrong.
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { TextArea, TextField } from "@/components/ui/Field";
import { OTHER_LANGUAGES, type Texts } from "../../editing";
import styles from "./edit.module.css";

type Props = {
  /** The server's name of the field; each language is `name.en` and so on. */
  name: string;
  label: string;
  help?: string;
  value: Texts;
  onChange: (value: Texts) => void;
  errors: Record<string, string>;
  lines?: boolean;
  optional?: boolean;
  maxLength?: number;
};

export function LanguageText({
  name,
  label,
  help,
  value,
  onChange,
  errors,
  lines,
  optional,
  maxLength,
}: Props) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: "language" }), [locale]);
  const wrong = OTHER_LANGUAGES.some((code) => errors[`${name}.${code}`]);
  const box = (code: string, words: string, needed: boolean) => {
    const shared = {
      name: `${name}.${code}`,
      label: words,
      error: errors[`${name}.${code}`] ?? (needed ? errors[name] : undefined),
      optional: !needed,
      lang: code,
      maxLength: maxLength ?? 120,
      value: value[code] ?? "",
      ...(needed && help ? { help } : {}),
    };
    const set = (typed: string) => onChange({ ...value, [code]: typed });
    if (lines)
      return <TextArea key={code} {...shared} onChange={(event) => set(event.currentTarget.value)} />;
    return <TextField key={code} {...shared} onChange={(event) => set(event.currentTarget.value)} />;
  };
  return (
    <div>
      {box("en", label, !optional)}
      <details className={styles.languages} open={wrong || undefined}>
        <summary>{t("otherLanguages", { label })}</summary>
        <div>{OTHER_LANGUAGES.map((code) => box(code, `${label}: ${names.of(code) ?? code}`, false))}</div>
      </details>
    </div>
  );
}
