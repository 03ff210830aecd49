"use client";
// The sign-in, one step after another: name and password, a passkey or a company, then the second factor where there is one.
// What is wrong stands in words, and nothing typed is lost.
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import type { Locale } from "@/lib/i18n/routing";
import type { Company } from "../companies";
import { useOutcome } from "../outcome";
import { CodeStep } from "./CodeStep";
import { CompanyButtons } from "./CompanyButtons";
import { PasswordStep } from "./PasswordStep";

type Props = { next: string | null; locale: Locale; companies: Company[] };

export function SignInForm({ next, locale, companies }: Props) {
  const t = useTranslations("account.step");
  const { outcome, take, startAgain } = useOutcome({ next, locale });

  if (outcome?.kind === "verify")
    return (
      <Notice role="alert" title={t("verifyTitle")}>
        <p>{t("verifyText")}</p>
      </Notice>
    );
  if (outcome?.kind === "code")
    return <CodeStep passkeys={outcome.passkeys} onOutcome={take} onBack={startAgain} />;
  return (
    <>
      <PasswordStep refused={outcome} onOutcome={take} />
      <CompanyButtons companies={companies} next={next} />
    </>
  );
}
