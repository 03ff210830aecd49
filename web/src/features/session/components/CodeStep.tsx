"use client";
// The second step of the sign-in: a code of the authenticator app, a recovery code, or a passkey.
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type SignInOutcome, sendCode } from "../api";
import { PasskeyButton } from "./PasskeyButton";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Props = {
  passkeys: boolean;
  onOutcome: (outcome: SignInOutcome) => Promise<void>;
  onBack: () => void;
};

export function CodeStep({ passkeys, onOutcome, onBack }: Props) {
  const t = useTranslations("account.step");
  const title = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<"codeMissing" | "codeWrong" | "codeTooMany" | null>(null);
  const { busy, problem, attempt } = useTry();
  useEffect(() => title.current?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).replace(/\s/g, "");
    setWrong(code ? null : "codeMissing");
    if (!code) {
      field.current?.focus();
      return;
    }
    await attempt(async () => {
      const outcome = await sendCode(code);
      if (outcome.kind !== "mismatch" && outcome.kind !== "too_many") return onOutcome(outcome);
      setWrong(outcome.kind === "mismatch" ? "codeWrong" : "codeTooMany");
      field.current?.select();
    });
  }

  return (
    <form onSubmit={submit} method="post" noValidate className={styles.form}>
      <h2 ref={title} tabIndex={-1}>
        {t("codeTitle")}
      </h2>
      <p>{t("codeLead")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        ref={field}
        name="code"
        label={t("code")}
        help={t("codeHelp")}
        size={10}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={20}
        error={wrong ? t(wrong) : undefined}
        onChange={() => setWrong(null)}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {t("submit")}
      </Button>
      {passkeys && <PasskeyButton instead="code" label={t("usePasskey")} onOutcome={onOutcome} />}
      <p className={styles.below}>
        <Button kind="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </p>
    </form>
  );
}
