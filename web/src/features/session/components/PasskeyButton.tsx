"use client";
// Signs in with a passkey of this device, where the browser knows them.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { knowsPasskeys } from "@/lib/webauthn";
import { type SignInOutcome, signInByPasskey } from "../api";
import styles from "./session.module.css";
import { useTry } from "./useTry";

type Props = {
  instead: "password" | "code";
  label: string;
  onOutcome: (outcome: SignInOutcome) => Promise<void>;
};

export function PasskeyButton({ instead, label, onOutcome }: Props) {
  const t = useTranslations("account.passkey");
  const [known, setKnown] = useState(false);
  const [failed, setFailed] = useState(false);
  const { busy, problem, attempt } = useTry();
  useEffect(() => setKnown(knowsPasskeys()), []);
  if (!known) return null;

  function ask() {
    setFailed(false);
    return attempt(async () => {
      const outcome = await signInByPasskey(instead);
      if (outcome?.kind === "mismatch" || outcome === null) setFailed(true);
      else await onOutcome(outcome);
    });
  }

  return (
    <div className={styles.passkey}>
      <Button wide busy={busy} onClick={ask}>
        {label}
      </Button>
      {failed && <Notice tone="warn" role="alert" title={t("failed")} className={styles.notice} />}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
