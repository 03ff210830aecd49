"use client";
// Who somebody is and how to reach them: for a new customer and for one who is there.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { looksLikeAddress } from "@/lib/email";
import { capitalised, languageName } from "@/lib/i18n/languages";
import { useTask } from "@/lib/useTask";
import type { Contact } from "../rules";
import styles from "./customers.module.css";
import { Refusal, useRefusedFields } from "./Refusal";

type Props = {
  first: Contact;
  languages: string[];
  zones: string[];
  /** Somebody who signs in changes their own e-mail. */
  fixedEmail?: boolean;
  submit: string;
  onSubmit: (contact: Contact) => Promise<unknown>;
  children?: ReactNode;
};

export function ContactForm({ first, languages, zones, fixedEmail, submit, onSubmit, children }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const { busy, problem, attempt, run, setProblem } = useTask();
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(0);
  const set = (change: Partial<Contact>) => {
    setDraft({ ...draft, ...change });
    if (problem?.fields) setProblem(null);
  };
  const refused = useRefusedFields(problem);
  const wrong: Partial<Record<keyof Contact, string>> = {};
  if (tried > 0 && !draft.name.trim()) wrong.name = t("missing.name");
  if (tried > 0 && !draft.email.trim() && !draft.phone.trim()) wrong.phone = t("missing.reach");
  if (tried > 0 && draft.email.trim() && !looksLikeAddress(draft.email)) wrong.email = t("wrongEmail");
  const errorOf = (name: keyof Contact) => wrong[name] ?? refused.get(name);
  const errors = (["name", "email", "phone", "language", "zone"] as const).flatMap((name) => {
    const error = errorOf(name);
    return error ? [{ name, error }] : [];
  });

  function send(event: FormEvent) {
    event.preventDefault();
    setTried((count) => count + 1);
    const typed = { name: draft.name.trim(), email: draft.email.trim(), phone: draft.phone.trim() };
    const mailIsGood = !typed.email || looksLikeAddress(typed.email);
    if (typed.name && (typed.email || typed.phone) && mailIsGood)
      void run(() => onSubmit({ ...draft, ...typed }));
  }

  return (
    <form method="post" noValidate onSubmit={send} className={styles.form}>
      <Refusal problem={problem} attempt={tried + attempt} errors={errors} />
      <TextField
        name="name"
        label={t("name")}
        maxLength={200}
        autoComplete="off"
        dir="auto"
        value={draft.name}
        error={errorOf("name")}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextField
        name="phone"
        label={t("phone")}
        type="tel"
        autoComplete="off"
        size={20}
        optional
        maxLength={40}
        value={draft.phone}
        error={errorOf("phone")}
        onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
      />
      <TextField
        name="email"
        label={t("email")}
        help={fixedEmail ? t("emailFixed") : undefined}
        type="email"
        inputMode="email"
        autoComplete="off"
        optional
        maxLength={254}
        readOnly={fixedEmail}
        value={draft.email}
        error={errorOf("email")}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      />
      <SelectField
        name="language"
        label={t("language")}
        help={t("languageHelp")}
        value={draft.language}
        error={errorOf("language")}
        onChange={({ currentTarget }) => set({ language: currentTarget.value })}
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
        value={draft.zone}
        error={errorOf("zone")}
        onChange={({ currentTarget }) => set({ zone: currentTarget.value })}
      >
        {[...new Set([draft.zone, ...zones])].map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <div className={styles.buttons}>
        <Button type="submit" kind="main" busy={busy}>
          {submit}
        </Button>
        {children}
      </div>
    </form>
  );
}
