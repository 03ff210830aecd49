"use client";
// The first step of the sign-in: name and password, or a passkey instead.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Link } from "@/lib/i18n/navigation";
import { type SignInOutcome, signIn } from "../api";
import { PasskeyButton } from "./PasskeyButton";
import { PasswordField } from "./PasswordField";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Props = {
  /** What came of the try before. */
  refused: SignInOutcome | null;
  onOutcome: (outcome: SignInOutcome) => Promise<void>;
};
const nothingEmpty = { name: false, password: false };

export function PasswordStep({ refused, onOutcome }: Props) {
  const t = useTranslations("auth");
  const more = useTranslations("account");
  const form = useRef<HTMLFormElement>(null);
  const [empty, setEmpty] = useState(nothingEmpty);
  const [pressed, setPressed] = useState(false);
  const { busy, problem, attempt } = useTry();
  const said = !pressed && refused ? sentence(refused) : null;

  function sentence({ kind }: SignInOutcome): string {
    if (kind === "too_many") return t("tooMany");
    return kind === "given_up" ? more("step.over") : t("mismatch");
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [name, password] = [String(typed.get("name")), String(typed.get("password"))];
    const missing = { name: name.trim() === "", password: password === "" };
    setEmpty(missing);
    setPressed(true);
    if (missing.name || missing.password) {
      form.current?.querySelector<HTMLInputElement>(missing.name ? "#name" : "#password")?.focus();
      return;
    }
    await attempt(async () => {
      await onOutcome(await signIn(name, password));
      setPressed(false);
    });
  }

  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className={styles.form}>
      {said && <Notice tone="bad" role="alert" title={said} className={styles.notice} />}
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        name="name"
        label={t("name")}
        autoComplete="username webauthn"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        inputMode="email"
        maxLength={254}
        error={empty.name ? t("nameMissing") : undefined}
        onChange={() => setEmpty((now) => ({ ...now, name: false }))}
      />
      <PasswordField
        label={t("password")}
        kind="current-password"
        error={empty.password ? t("passwordMissing") : undefined}
        onChange={() => setEmpty((now) => ({ ...now, password: false }))}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {t("submit")}
      </Button>
      <p className={styles.below}>
        <Link href="/reset/">{more("forgot")}</Link>
      </p>
      <PasskeyButton instead="password" label={more("passkey.signIn")} onOutcome={onOutcome} />
    </form>
  );
}
