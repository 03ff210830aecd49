"use client";
// What comes after the term: it carries on with another one, or it ends, and the button that says otherwise.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { setCarryingOn, type Whose } from "../api";
import { ahead, type Reader, type SubscriptionWhole } from "../rules";
import styles from "./subscriptions.module.css";

type Props = {
  whole: SubscriptionWhole;
  whose: Whose;
  reader: Reader;
  onChanged: (after: SubscriptionWhole) => void;
};

export function AfterTerm({ whole, whose, reader, onChanged }: Props) {
  const t = useTranslations("subscriptions.after");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = useNow();
  const last = ahead(whole).at(-1);
  const day = (instant: string) => formatDay(instant, whole.zone, locale);
  if (whole.state !== "active" && whole.state !== "paused") return null;

  async function choose(carriesOn: boolean) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await setCarryingOn(whose, carriesOn));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  function words() {
    if (whole.carries_on && whole.paused_from) return t(`${reader}.carriesOnPaused`);
    if (whole.carries_on) {
      const at = whole.notice_at && Date.parse(whole.notice_at) > Date.parse(now()) ? whole.notice_at : null;
      return at ? t(`${reader}.carriesOn`, { day: day(at) }) : t(`${reader}.carriesOnSoon`);
    }
    return last ? t("ends", { day: day(last.starts_at) }) : t("endsOpen");
  }

  return (
    <section aria-label={t("title")}>
      <h2>{t("title")}</h2>
      {problem && <ProblemNotice problem={problem} />}
      <p>{words()}</p>
      {whole.can_carry_on && (
        <p className={styles.actions}>
          <Button busy={busy} onClick={() => void choose(!whole.carries_on)}>
            {t(whole.carries_on ? "end" : "carryOn")}
          </Button>
        </p>
      )}
    </section>
  );
}
