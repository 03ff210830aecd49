"use client";
// One more letter to somebody who has not answered, or none: the invitation is taken back.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { resend, withdraw } from "../api";
import { type Invitation, LIST_HEADING } from "../rules";
import styles from "./invitations.module.css";

export function Again({ invitation: { id, name } }: { invitation: Invitation }) {
  const t = useTranslations("invitations");
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function attempt(work: () => Promise<unknown>, told: string): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      toast(told);
      router.refresh();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function takeBack() {
    // The buttons go: the focus must not fall off the page.
    if (await attempt(() => withdraw(id), t("withdrawn", { name })))
      document.getElementById(LIST_HEADING)?.focus();
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <span className={styles.actions}>
        <Button
          busy={busy}
          aria-label={t("resendTo", { name })}
          onClick={() => void attempt(() => resend(id), t("resent", { name }))}
        >
          {t("resend")}
        </Button>
        <Button
          kind="quiet"
          busy={busy}
          aria-label={t("withdrawOf", { name })}
          onClick={() => void takeBack()}
        >
          {t("withdraw")}
        </Button>
      </span>
    </>
  );
}
