"use client";
// The page behind the link in the letter: a new password, chosen once.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { resetPassword } from "../api";
import type { PasswordFault } from "../rules";
import { PasswordField } from "./PasswordField";
import styles from "./session.module.css";
import { useTry } from "./useTry";

export function NewPasswordForm({ mailKey }: { mailKey: string }) {
  const t = useTranslations("account");
  const [wrong, setWrong] = useState<"missing" | PasswordFault | null>(null);
  const [came, setCame] = useState<"saved" | "bad_link" | null>(null);
  const { busy, problem, attempt } = useTry();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setWrong(password === "" ? "missing" : null);
    if (password === "") return;
    await attempt(async () => {
      const outcome = await resetPassword(mailKey, password);
      if (outcome === "saved" || outcome === "bad_link") setCame(outcome);
      else setWrong(outcome);
    });
  }

  if (came === "bad_link")
    return (
      <Notice tone="warn" role="alert" title={t("reset.badTitle")}>
        <p>{t("reset.badText")}</p>
        <p>
          <ButtonLink kind="main" href="/reset/">
            {t("reset.again")}
          </ButtonLink>
        </p>
      </Notice>
    );
  if (came === "saved")
    return (
      <Notice tone="good" role="alert" title={t("reset.doneTitle")}>
        <p>{t("reset.doneText")}</p>
        <p>
          <ButtonLink kind="main" href="/login/">
            {t("verify.signIn")}
          </ButtonLink>
        </p>
      </Notice>
    );
  return (
    <form onSubmit={submit} method="post" noValidate className={styles.form}>
      {problem && <ProblemNotice problem={problem} />}
      <PasswordField
        label={t("reset.password")}
        help={t("passwordHelp")}
        kind="new-password"
        error={wrong ? (wrong === "missing" ? t("missing.password") : t(`weak.${wrong}`)) : undefined}
        onChange={() => setWrong(null)}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {t("reset.save")}
      </Button>
    </form>
  );
}
