"use client";
// A letter that asks somebody to join: to whom, as what, and with what to begin.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useGuarded } from "@/features/proof/useGuarded";
import type { Problem } from "@/lib/api/problem";
import { looksLikeAddress } from "@/lib/email";
import { useRouter } from "@/lib/i18n/navigation";
import { localeNames, locales } from "@/lib/i18n/routing";
import { invite } from "../api";
import type { Unclaimed } from "../loaders";
import type { InviteIn } from "../rules";
import styles from "./invitations.module.css";

type Props = {
  businesses: { slug: string; name: string }[];
  unclaimed: Unclaimed[];
  templates: { id: string; name: string }[];
};

export function InviteForm({ businesses, unclaimed, templates }: Props) {
  const t = useTranslations("invitations");
  const toast = useToast();
  const router = useRouter();
  const empty: InviteIn = {
    email: "",
    name: "",
    role: "staff",
    business: businesses[0]?.slug ?? "",
    language: useLocale(),
    staff_id: null,
    template_id: null,
  };
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { busy, run, notice } = useGuarded(setProblem);
  const set = (change: Partial<InviteIn>) => {
    setTyped({ ...typed, ...change });
    setProblem(null);
  };
  const people = unclaimed.filter(({ business }) => business === typed.business);
  const emailRefused = problem?.fields.email && (looksLikeAddress(typed.email) ? "emailOpen" : "emailWrong");
  const email = tried > 0 && !looksLikeAddress(typed.email) ? "emailWrong" : emailRefused;
  const name = tried > 0 && typed.name.trim() === "";
  const problems = [
    ...(email ? [{ name: "email", error: t(email) }] : []),
    ...(name ? [{ name: "name", error: t("nameMissing") }] : []),
  ];

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried((count) => count + 1);
    if (!looksLikeAddress(typed.email) || typed.name.trim() === "") return;
    await run(async () => {
      setProblem(null);
      const sent = await invite(typed);
      router.refresh();
      toast(t("sent", { name: sent.name }));
      setTyped({ ...empty, role: typed.role, business: typed.business, language: typed.language });
      setTried(0);
    });
  }

  return (
    <>
      <form method="post" noValidate onSubmit={(event) => void send(event)} className={styles.form}>
        {problem && !problem.fields.email && <ProblemNotice problem={problem} />}
        <ErrorSummary problems={problems} attempt={tried} />
        <TextField
          name="email"
          label={t("email")}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={typed.email}
          error={email && t(email)}
          onChange={({ currentTarget }) => set({ email: currentTarget.value })}
        />
        <TextField
          name="name"
          label={t("name")}
          autoComplete="off"
          maxLength={200}
          value={typed.name}
          error={name ? t("nameMissing") : undefined}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <SelectField
          name="role"
          label={t("role")}
          value={typed.role}
          onChange={({ currentTarget }) =>
            set({ role: currentTarget.value === "manager" ? "manager" : "staff" })
          }
        >
          <option value="staff">{t("staff")}</option>
          <option value="manager">{t("manager")}</option>
        </SelectField>
        <SelectField
          name="business"
          label={t("business")}
          value={typed.business}
          onChange={({ currentTarget }) => set({ business: currentTarget.value, staff_id: null })}
        >
          {businesses.map((business) => (
            <option key={business.slug} value={business.slug}>
              {business.name}
            </option>
          ))}
        </SelectField>
        {typed.role === "staff" ? (
          <SelectField
            name="staff_id"
            label={t("person")}
            help={t("personHelp")}
            optional
            value={typed.staff_id ?? ""}
            onChange={({ currentTarget }) => set({ staff_id: currentTarget.value || null })}
          >
            <option value="">{t("personNew")}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
        ) : (
          <SelectField
            name="template_id"
            label={t("template")}
            help={t("templateHelp")}
            optional
            value={typed.template_id ?? ""}
            onChange={({ currentTarget }) => set({ template_id: currentTarget.value || null })}
          >
            <option value="">{t("templateNone")}</option>
            {templates.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          name="language"
          label={t("language")}
          value={typed.language}
          onChange={({ currentTarget }) => set({ language: currentTarget.value })}
        >
          {locales.map((code) => (
            <option key={code} value={code}>
              {localeNames[code]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" kind="main" busy={busy}>
          {t("send")}
        </Button>
      </form>
      {notice}
    </>
  );
}
