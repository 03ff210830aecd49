"use client";
// The page behind the letter's button: opening it changes nothing (mail scanners do), pressing does.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { confirmAddress, fetchMe } from "../api";
import { dashboardOf } from "../rules";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Props = { mailKey: string; locale: Locale };

export function ConfirmAddress({ mailKey, locale }: Props) {
  const t = useTranslations("account.verify");
  const [came, setCame] = useState<"confirmed" | "bad_link" | null>(null);
  const { busy, problem, attempt } = useTry();

  function confirm() {
    return attempt(async () => {
      const outcome = await confirmAddress(mailKey);
      if (outcome !== "signed_in") return setCame(outcome);
      window.location.assign(getPathname({ href: dashboardOf(await fetchMe()) ?? "/", locale }));
      await new Promise(() => {}); // busy until the next page is there
    });
  }

  if (came) {
    const [tone, name] = came === "confirmed" ? (["good", "done"] as const) : (["warn", "bad"] as const);
    return (
      <Notice tone={tone} role="alert" title={t(`${name}Title`)}>
        <p>{t(`${name}Text`)}</p>
        <p>
          <ButtonLink kind="main" href="/login/">
            {t("signIn")}
          </ButtonLink>
        </p>
      </Notice>
    );
  }
  return (
    <div className={styles.form}>
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" wide busy={busy} onClick={confirm}>
        {t("submit")}
      </Button>
    </div>
  );
}
