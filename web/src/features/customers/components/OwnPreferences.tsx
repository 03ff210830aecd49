"use client";
// The language of letters, the clock sessions are told by, and whether news may come.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { capitalised, languageName } from "@/lib/i18n/languages";
import { useTask } from "@/lib/useTask";
import { saveMyPreferences } from "../api";
import type { MyPreferences } from "../rules";
import styles from "./customers.module.css";

type Props = { preferences: MyPreferences; languages: string[]; zones: string[] };

export function OwnPreferences({ preferences, languages, zones }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const toast = useToast();
  const { busy, problem, run } = useTask();
  const [draft, setDraft] = useState(preferences);

  function send(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      setDraft(await saveMyPreferences(draft));
      toast(t("saved"));
    });
  }

  return (
    <form method="post" noValidate onSubmit={send} className={styles.form}>
      {problem && <ProblemNotice problem={problem} />}
      <SelectField
        name="language"
        label={t("yourLanguage")}
        help={t("languageHelp")}
        value={draft.language}
        onChange={({ currentTarget }) => setDraft({ ...draft, language: currentTarget.value })}
      >
        {languages.map((code) => (
          <option key={code} value={code}>
            {capitalised(languageName(code, locale), locale)}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="zone"
        label={t("zone")}
        help={t("yourZoneHelp")}
        value={draft.zone}
        onChange={({ currentTarget }) => setDraft({ ...draft, zone: currentTarget.value })}
      >
        {[...new Set([draft.zone, ...zones])].map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <CheckboxField
        name="news"
        label={t("news")}
        help={t("newsHelp")}
        checked={draft.news}
        onChange={({ currentTarget }) => setDraft({ ...draft, news: currentTarget.checked })}
      />
      <Button type="submit" kind="main" busy={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
