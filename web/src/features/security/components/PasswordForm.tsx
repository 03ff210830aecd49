"use client";
// A new password, for whoever knows the one there is.
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/features/session/components/PasswordField";
import { passwordFault } from "@/features/session/rules";
import { changePassword } from "../api";
import { useGuarded } from "../hooks";
import styles from "./security.module.css";

export function PasswordForm() {
  const t = useTranslations("security.password");
  const ta = useTranslations("account");
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<{ current?: string | undefined; wanted?: string | undefined }>({});
  const [saved, setSaved] = useState(false);
  const { busy, run, notice } = useGuarded();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [current, wanted] = [String(typed.get("current")), String(typed.get("wanted"))];
    setSaved(false);
    setFaults({
      current: current ? undefined : t("currentMissing"),
      wanted: wanted ? undefined : ta("missing.password"),
    });
    if (!current || !wanted) return;
    await run(async () => {
      const wrong = await changePassword(current, wanted);
      if (wrong === null) {
        form.current?.reset();
        setSaved(true);
      } else if (wrong === "current") setFaults({ current: t("currentWrong") });
      else setFaults({ wanted: ta(`weak.${passwordFault(wrong) ?? "refused"}`) });
    });
  }

  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className={styles.form}>
      {notice}
      {saved && <Notice tone="good" role="status" title={t("saved")} />}
      <PasswordField
        name="current"
        label={t("current")}
        kind="current-password"
        error={faults.current}
        onChange={() => setFaults(({ current: _, ...rest }) => rest)}
      />
      <PasswordField
        name="wanted"
        label={t("wanted")}
        help={ta("passwordHelp")}
        kind="new-password"
        error={faults.wanted}
        onChange={() => setFaults(({ wanted: _, ...rest }) => rest)}
      />
      <Button type="submit" busy={busy}>
        {t("submit")}
      </Button>
    </form>
  );
}
