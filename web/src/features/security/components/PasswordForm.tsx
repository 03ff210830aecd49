"use client";
// A new password, for whoever knows the one there is; the first one, for whoever came by a company.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useGuarded } from "@/features/proof/useGuarded";
import { PasswordField } from "@/features/session/components/PasswordField";
import { passwordFault } from "@/features/session/rules";
import { changePassword, fetchHasPassword } from "../api";
import styles from "./security.module.css";

export function PasswordForm() {
  const t = useTranslations("security.password");
  const ta = useTranslations("account");
  const { data: has = true, refetch } = useQuery({ queryKey: ["has-password"], queryFn: fetchHasPassword });
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<{ current?: string | undefined; wanted?: string | undefined }>({});
  const [saved, setSaved] = useState(false);
  const { busy, run, notice } = useGuarded();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [current, wanted] = [String(typed.get("current") ?? ""), String(typed.get("wanted"))];
    setSaved(false);
    setFaults({
      current: current || !has ? undefined : t("currentMissing"),
      wanted: wanted ? undefined : ta("missing.password"),
    });
    if ((has && !current) || !wanted) return;
    await run(async () => {
      const wrong = await changePassword(current, wanted);
      if (wrong === null) {
        form.current?.reset();
        setSaved(true);
        await refetch();
      } else if (wrong === "current") setFaults({ current: t("currentWrong") });
      else setFaults({ wanted: ta(`weak.${passwordFault(wrong) ?? "refused"}`) });
    });
  }

  return (
    <>
      <form ref={form} onSubmit={submit} method="post" noValidate className={styles.form}>
        {saved && <Notice tone="good" role="status" title={t("saved")} />}
        {!has && <p className={styles.above}>{t("none")}</p>}
        {has && (
          <PasswordField
            name="current"
            label={t("current")}
            kind="current-password"
            error={faults.current}
            onChange={() => setFaults(({ current: _, ...rest }) => rest)}
          />
        )}
        <PasswordField
          name="wanted"
          label={t("wanted")}
          help={ta("passwordHelp")}
          kind="new-password"
          error={faults.wanted}
          onChange={() => setFaults(({ wanted: _, ...rest }) => rest)}
        />
        <Button type="submit" busy={busy}>
          {t(has ? "submit" : "choose")}
        </Button>
      </form>
      {notice}
    </>
  );
}
