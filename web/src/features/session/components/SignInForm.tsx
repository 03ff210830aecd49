"use client";
// The two questions of the sign-in. What is wrong stands in words, and nothing typed is lost.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { fetchMe, type SignInOutcome, signIn } from "../api";
import { dashboardOf } from "../rules";
import styles from "./SignInForm.module.css";

type Props = { next: string | null; locale: Locale };
type Empty = { name: boolean; password: boolean };
type Refusal = Exclude<SignInOutcome, "signed_in">;

const words = { mismatch: "mismatch", too_many: "tooMany", more_steps: "moreSteps" } as const;
const nothingEmpty: Empty = { name: false, password: false };

export function SignInForm({ next, locale }: Props) {
  const t = useTranslations("auth");
  const form = useRef<HTMLFormElement>(null);
  const [empty, setEmpty] = useState(nothingEmpty);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const typed = new FormData(event.currentTarget);
    const [name, password] = [String(typed.get("name")), String(typed.get("password"))];
    const missing = { name: name.trim() === "", password: password === "" };
    setEmpty(missing);
    setRefusal(null);
    setProblem(null);
    if (missing.name || missing.password) {
      form.current?.querySelector<HTMLInputElement>(missing.name ? "#name" : "#password")?.focus();
      return;
    }
    setBusy(true);
    try {
      const outcome = await signIn(name, password);
      if (outcome === "signed_in") return await enter();
      setRefusal(outcome);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  /** A full load, so that nothing of the stranger's page is kept. */
  async function enter() {
    const own = dashboardOf(await fetchMe()) ?? "/";
    window.location.assign(next ?? getPathname({ href: own, locale }));
  }

  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className={styles.form}>
      {refusal && <Notice tone="bad" role="alert" title={t(words[refusal])} className={styles.notice} />}
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        name="name"
        label={t("name")}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        inputMode="email"
        maxLength={254}
        error={empty.name ? t("nameMissing") : undefined}
        onChange={() => setEmpty((now) => ({ ...now, name: false }))}
      />
      <TextField
        name="password"
        label={t("password")}
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
        error={empty.password ? t("passwordMissing") : undefined}
        onChange={() => setEmpty((now) => ({ ...now, password: false }))}
      />
      <CheckboxField
        name="show"
        label={t("show")}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
