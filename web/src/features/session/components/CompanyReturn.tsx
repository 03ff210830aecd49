"use client";
// Back from a company: on to the wanted page, to the second factor or the mailbox, or what went wrong and the ways on.
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Link } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { cameBack, keptFragment } from "../api";
import type { Company, CompanyFault } from "../companies";
import { useOutcome } from "../outcome";
import { CodeStep } from "./CodeStep";
import { CompanyButtons } from "./CompanyButtons";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Props = { company: Company; fault: CompanyFault | null; next: string | null; locale: Locale };

export function CompanyReturn({ company, fault, next, locale }: Props) {
  const t = useTranslations("account.company");
  const { outcome, take, startAgain } = useOutcome({ next, locale, fragment: keptFragment });
  const { problem, attempt } = useTry();
  const asked = useRef(false);
  useEffect(() => {
    if (fault || asked.current) return;
    asked.current = true;
    void attempt(async () => take(await cameBack()));
  });

  if (outcome?.kind === "code")
    return <CodeStep passkeys={outcome.passkeys} onOutcome={take} onBack={startAgain} />;
  if (outcome?.kind === "verify")
    return (
      <Notice tone="good" role="status" title={t("mailTitle")}>
        <p>{t("mailText", { company: company.name })}</p>
        <p>
          <Link href="/login/">{t("otherWay")}</Link>
        </p>
      </Notice>
    );
  if (problem) return <ProblemNotice problem={problem} />;
  if (!fault && !outcome) return <p role="status">{t("wait")}</p>;
  const wrong = fault ?? "expired";
  return (
    <div className={styles.form}>
      <Notice tone={wrong === "cancelled" ? "note" : "warn"} role="alert" title={t("notSignedIn")}>
        <p>{t(`fault.${wrong}`, { company: company.name })}</p>
      </Notice>
      <CompanyButtons companies={[company]} next={next} again />
      <p className={styles.below}>
        <Link href={{ pathname: "/login/", query: next ? { next } : {} }}>{t("otherWay")}</Link>
      </p>
      <p className={styles.below}>
        <Link href="/signup/">{t("signUp")}</Link>
      </p>
    </div>
  );
}
