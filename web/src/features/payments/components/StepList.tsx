// What happened to a payment, step by step, the oldest first: when, what, how much, why, and by whom.
import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { PaymentStep } from "../rules";
import { toneOf, whyNamed } from "../steps";
import styles from "./payments.module.css";

type Props = { steps: readonly PaymentStep[]; currency: string; zone: string };

export function StepList({ steps, currency, zone }: Props) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li
          key={`${step.happened_at} ${step.kind} ${step.reference} ${step.about}`}
          data-tone={toneOf(step.kind)}
        >
          <p className={styles.line}>
            <strong>{t(`step.${step.kind}`)}</strong>
            {step.amount !== null && (
              <span className={styles.number}>
                {formatMoney({ amount: step.amount, currency }, locale, { exact: true })}
              </span>
            )}
          </p>
          <p className={styles.text}>
            <time dateTime={step.happened_at}>
              {formatDay(step.happened_at, zone, locale, { year: true })},{" "}
              {formatTime(step.happened_at, zone, locale)}
            </time>
            {step.by && (
              <>
                {" · "}
                <bdi>{step.by}</bdi>
              </>
            )}
            {step.reason &&
              ` · ${step.reason
                .split(" ")
                .map((reason) => whyNamed(t, reason))
                .join(", ")}`}
          </p>
          {step.note && (
            <p>
              <q>{step.note}</q>
            </p>
          )}
          {step.reference && <p className={styles.reference}>{step.reference}</p>}
        </li>
      ))}
    </ol>
  );
}
