"use client";
// The sign-in, one step after another: name and password or a passkey, then the second factor where there is one. What
// is wrong stands in words, and nothing typed is lost.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/Notice";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { fetchMe, type SignInOutcome } from "../api";
import { dashboardOf, withFragment } from "../rules";
import { CodeStep } from "./CodeStep";
import { PasswordStep } from "./PasswordStep";

type Props = { next: string | null; locale: Locale };

export function SignInForm({ next, locale }: Props) {
  const t = useTranslations("account.step");
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);

  async function take(found: SignInOutcome) {
    if (found.kind === "signed_in") {
      // A full load, so that nothing of the stranger's page is kept.
      const own = dashboardOf(await fetchMe()) ?? "/";
      window.location.assign(
        next ? withFragment(next, window.location.hash) : getPathname({ href: own, locale }),
      );
      await new Promise(() => {}); // busy until the next page is there
    }
    setOutcome(found);
  }

  if (outcome?.kind === "verify")
    return (
      <Notice role="alert" title={t("verifyTitle")}>
        <p>{t("verifyText")}</p>
      </Notice>
    );
  if (outcome?.kind === "code")
    return <CodeStep passkeys={outcome.passkeys} onOutcome={take} onBack={() => setOutcome(null)} />;
  return <PasswordStep refused={outcome} onOutcome={take} />;
}
