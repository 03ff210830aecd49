"use client";
// One text in several languages: the first is asked for at once, the others wait behind a press.
import { useLocale, useTranslations } from "next-intl";
import { TextArea, TextField } from "@/components/ui/Field";
import { languageName } from "@/lib/i18n/languages";
import { type Texts, textLanguages } from "../rules";
import styles from "./people.module.css";

type Props = {
  name: string;
  label: string;
  help?: string;
  error?: string | undefined;
  text: Texts;
  long?: boolean;
  maxLength: number;
  onChange: (text: Texts) => void;
};

export function LocalizedFields({ name, label, help, error, text, long, maxLength, onChange }: Props) {
  const t = useTranslations("staffRecords");
  const locale = useLocale();
  const [first = "en", ...others] = textLanguages(text);
  const Box = long ? TextArea : TextField;
  const box = (code: string) => (
    <Box
      key={code}
      name={code === first ? name : `${name}-${code}`}
      label={t("inLanguage", { label, language: languageName(code, locale) })}
      help={code === first ? help : undefined}
      error={code === first ? error : undefined}
      optional
      lang={code}
      maxLength={maxLength}
      autoComplete="off"
      {...(long && { rows: 6 })}
      value={text[code] ?? ""}
      onChange={({ currentTarget }: { currentTarget: { value: string } }) =>
        onChange({ ...text, [code]: currentTarget.value })
      }
    />
  );
  return (
    <>
      {box(first)}
      <details className={styles.more}>
        <summary>{t("otherLanguages", { label })}</summary>
        {others.map(box)}
      </details>
    </>
  );
}
