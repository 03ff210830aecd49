"use client";
// Once, or again and again? The rhythm, for how long, and each date with what was found for it.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField, SelectField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useRhythm } from "@/features/subscriptions/components/useRhythm";
import { rhythmOf, rhythms } from "@/features/subscriptions/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { dateIn } from "@/lib/datetime/calendar";
import { setRepeat, stopRepeating } from "../api";
import type { Basket, BasketLine } from "../rules";
import styles from "./journey.module.css";
import { RepeatDates } from "./RepeatDates";

const ONCE = "once";
const USUAL_MONTHS = 3;

type Props = {
  line: BasketLine;
  /** The line is of a basket that is filled for a caller. */
  phone?: true;
  change: (call: () => Promise<Basket>) => Promise<Basket>;
};

export function RepeatBox({ line, phone, change }: Props) {
  const t = useTranslations("booking.repeat");
  const words = useRhythm();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [carrying, setCarrying] = useState(line.repeat?.carries_on ?? false);
  const { repeat } = line;
  const asked = { line: line.id, ...(phone && { phone }) };
  if (line.most_months === 0) return null;
  const rhythm = repeat ? rhythmOf(repeat) : null;
  const dayOfMonth =
    line.starts_at && line.zone ? Number(dateIn(line.zone, new Date(line.starts_at)).slice(8)) : 0;
  const months = repeat?.months ?? Math.min(USUAL_MONTHS, line.most_months);

  async function run(call: () => Promise<Basket>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await change(call);
    } catch (error) {
      setCarrying(line.repeat?.carries_on ?? false);
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  function choose(name: string, forMonths: number, on = carrying) {
    if (busy) return;
    setCarrying(on);
    const wanted = rhythms.find((each) => each.name === name);
    if (!wanted) return void run(() => stopRepeating(asked));
    const { frequency, every } = wanted;
    void run(() => setRepeat(asked, { frequency, every, months: forMonths, carries_on: on }));
  }

  return (
    <details className={styles.coupon} open={repeat !== null || undefined}>
      <summary>
        {repeat ? t("shown", { rhythm: words(repeat), count: repeat.visit_count }) : t("open")}
      </summary>
      <div className={styles.couponForm} aria-busy={busy}>
        {problem && <ProblemNotice problem={problem} />}
        <SelectField
          name={`repeat-${line.id}`}
          label={t("label")}
          value={rhythm ?? ONCE}
          onChange={(event) => choose(event.currentTarget.value, months)}
        >
          <option value={ONCE}>{t("once")}</option>
          {rhythms.map((each) => (
            <option key={each.name} value={each.name}>
              {words(each)}
            </option>
          ))}
        </SelectField>
        {repeat && rhythm && (
          <>
            <SelectField
              name={`months-${line.id}`}
              label={t("months")}
              value={months}
              onChange={(event) => choose(rhythm, Number(event.currentTarget.value))}
            >
              {Array.from({ length: line.most_months }, (_, index) => index + 1).map((count) => (
                <option key={count} value={count}>
                  {t("monthCount", { count })}
                </option>
              ))}
            </SelectField>
            {line.notice_days > 0 && (
              <CheckboxField
                name={`carry-on-${line.id}`}
                label={t("carryOn")}
                help={t("carryOnHelp", { days: line.notice_days })}
                checked={carrying}
                onChange={(event) => choose(rhythm, months, event.currentTarget.checked)}
              />
            )}
            {rhythm === "monthlyByDate" && dayOfMonth > 28 && (
              <p className={styles.muted}>{t("monthEnd", { day: dayOfMonth })}</p>
            )}
            {line.starts_at ? (
              <RepeatDates line={line} repeat={repeat} asked={asked} change={change} onProblem={setProblem} />
            ) : (
              <Notice>
                <p>{t("noTime")}</p>
              </Notice>
            )}
          </>
        )}
      </div>
    </details>
  );
}
