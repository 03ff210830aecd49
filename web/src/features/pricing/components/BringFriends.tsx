"use client";
// Bring a friend: what both get, the code once it is asked for, and what came of it.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { openReferralCode } from "../api";
import type { Bringing } from "../rules";
import styles from "./pricing.module.css";

export function BringFriends({ bringing, named }: { bringing: Bringing; named: boolean }) {
  const t = useTranslations("coupons.friends");
  const locale = useLocale();
  const [code, setCode] = useState(bringing.code);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { currency, waiting, rewarded, business, business_name: name } = bringing;
  const money = (amount: number) => formatMoney({ amount, currency }, locale);

  async function ask() {
    setBusy(true);
    setProblem(null);
    try {
      setCode((await openReferralCode(business)).code);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  return (
    <section className={styles.friends} aria-labelledby={`friends-${business}`}>
      <h2 id={`friends-${business}`}>{named ? t("titleOf", { business: name }) : t("title")}</h2>
      <p>{t("text", { friend: money(bringing.friend_amount), reward: money(bringing.reward_amount) })}</p>
      {problem && <ProblemNotice problem={problem} />}
      {code ? (
        <>
          <p aria-live="polite">
            {t("code")} <strong>{code}</strong>
          </p>
          <p className={styles.quiet}>{t("sofar", { waiting, rewarded })}</p>
        </>
      ) : (
        <div>
          <Button kind="main" busy={busy} onClick={() => void ask()}>
            {t("ask")}
          </Button>
        </div>
      )}
      <p className={styles.quiet}>{t("fine", { months: bringing.reward_months })}</p>
    </section>
  );
}
