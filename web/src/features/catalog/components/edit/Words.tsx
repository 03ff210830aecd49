"use client";
// What something on a shelf is called and what is said of it, in every language; and whether customers find it.
import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/Field";
import type { Texts } from "../../editing";
import { LanguageText } from "./LanguageText";

export type ShelfWords = { name: Texts; description: Texts };

type Props = {
  words: ShelfWords;
  errors: Record<string, string>;
  onChange: (words: ShelfWords) => void;
};

/** The words of what is known, or none yet. */
export function wordsOf(known: ShelfWords | null | undefined): ShelfWords {
  return { name: known?.name ?? {}, description: known?.description ?? {} };
}

export function Words({ words, errors, onChange }: Props) {
  const t = useTranslations("catalogue");
  return (
    <>
      <LanguageText
        name="name"
        label={t("name")}
        value={words.name}
        errors={errors}
        onChange={(name) => onChange({ ...words, name })}
      />
      <LanguageText
        name="description"
        label={t("description")}
        lines
        optional
        maxLength={4000}
        value={words.description}
        errors={errors}
        onChange={(description) => onChange({ ...words, description })}
      />
    </>
  );
}

export function VisibleField({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  const t = useTranslations("catalogue");
  return (
    <CheckboxField
      name="is_visible"
      label={t("productVisible")}
      help={t("visibleHelp")}
      checked={value}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
