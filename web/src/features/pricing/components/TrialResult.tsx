"use client";
// The answer: every step, and of each rule and discount whether it counts here, or what stands against it.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/Notice";
import { PriceTable } from "@/features/booking/components/PriceTable";
import { couponReason } from "@/features/booking/rules";
import { formatMoney } from "@/lib/money/money";
import type { Trial } from "../rules";
import styles from "./pricing.module.css";

export function TrialResult({ trial }: { trial: Trial }) {
  const t = useTranslations("pricing.try");
  const tc = useTranslations("pricing.condition");
  const tr = useTranslations("booking.coupon");
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer takes the focus again.
  useEffect(() => heading.current?.focus(), [trial]);
  const { currency } = trial;
  const money = (amount: number) => formatMoney({ amount, currency }, locale, { exact: true });
  const list = new Intl.ListFormat(locale);
  const whyOf = (holds: boolean, which: Trial["rules"][number]["met"]) => {
    const conditions = list.format(which.map((each) => tc(each)));
    if (!holds) return t("holdsNot", { conditions });
    return conditions ? t("holdsBy", { conditions }) : t("holds");
  };
  const reasonOf = (told: string, missing: number) => {
    const reason = couponReason(told);
    return reason ? tr(`reason.${reason}`, { missing: money(missing) }) : "";
  };
  return (
    <section className={styles.result} aria-labelledby="trial">
      <h2 id="trial" ref={heading} tabIndex={-1}>
        {t("result")}
      </h2>
      {trial.coupon?.reason === "unknown" && <Notice tone="warn" title={tr("notKnown")} />}
      <div>
        <PriceTable
          steps={trial.steps}
          total={trial.total_amount}
          tax={trial.tax_amount}
          currency={currency}
        />
        <p className={styles.quiet}>{t("length", { minutes: trial.duration_minutes })}</p>
        <p className={styles.quiet}>{t("net", { amount: money(trial.net_amount) })}</p>
        {trial.due_now_amount < trial.total_amount && (
          <p className={styles.quiet}>{t("dueNow", { amount: money(trial.due_now_amount) })}</p>
        )}
      </div>
      <div>
        <h3>{t("rules")}</h3>
        {trial.rules.length === 0 && <p className={styles.quiet}>{t("nothing")}</p>}
        <ul className={styles.list}>
          {trial.rules.map(({ id, name, holds, met, unmet }) => (
            <li key={id}>
              <strong>{name}</strong>: {whyOf(holds, holds ? met : unmet)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t("discounts")}</h3>
        {trial.discounts.length === 0 && <p className={styles.quiet}>{t("nothing")}</p>}
        <ul className={styles.list}>
          {trial.discounts.map(({ id, name, amount, reason, missing_amount: missing }) => (
            <li key={id}>
              <strong>{name}</strong>:{" "}
              {reason ? reasonOf(reason, missing) : t("takesOff", { amount: money(amount) })}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
