"use client";
// A code: typed, what it takes off or why it does not, and out again. For a visitor's basket and for a caller's.
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatMoney } from "@/lib/money/money";
import { type Basket, type CouponReason, couponReason } from "../rules";
import { CodeEntry } from "./CodeEntry";
import styles from "./journey.module.css";
import { useCodeCalls } from "./useCodeCalls";

type Props = {
  basket: Basket;
  onName: (code: string) => Promise<unknown>;
  onDrop: () => Promise<unknown>;
};

export function CouponBox({ basket, onName, onDrop }: Props) {
  const t = useTranslations("booking.coupon");
  const locale = useLocale();
  const money = (amount: number, currency: string) =>
    formatMoney({ amount, currency: currency || basket.currency }, locale);
  const wordsOf = (reason: CouponReason, missing: number, currency: string) =>
    t(`reason.${reason}`, { missing: money(missing, currency) });
  const calls = useCodeCalls((found) => {
    const reason = couponReason(found.extra.reason);
    if (found.code === "coupon_unknown") return t("notKnown");
    if (found.code !== "coupon_not_applicable" || !reason) return null;
    const { missing_amount, currency } = found.extra;
    return wordsOf(reason, Number(missing_amount ?? 0), String(currency ?? ""));
  });
  const { busy, problem, run } = calls;
  const status = useId();
  const { coupon } = basket;

  /** What stands here is another thing afterwards: whoever listens is brought to it. */
  async function andTell(call: Promise<unknown>) {
    await call;
    requestAnimationFrame(() => document.getElementById(status)?.focus());
  }

  if (coupon) {
    const reason = couponReason(coupon.reason);
    const words = { code: coupon.code, amount: money(coupon.amount, coupon.currency) };
    return (
      <div className={styles.coupon} id={status} tabIndex={-1}>
        {problem && <ProblemNotice problem={problem} />}
        <Notice
          tone={reason ? "note" : "good"}
          title={t(reason ? "waiting" : "applied", words)}
          role="status"
        >
          {reason && <p>{wordsOf(reason, coupon.missing_amount, coupon.currency)}</p>}
          <p>
            <Button kind="quiet" busy={busy} onClick={() => void run(() => andTell(onDrop()))}>
              {t("drop", { code: coupon.code })}
            </Button>
          </p>
        </Notice>
      </div>
    );
  }
  return (
    <details className={styles.coupon} id={status} tabIndex={-1}>
      <summary>{t("open")}</summary>
      {problem && <ProblemNotice problem={problem} />}
      <CodeEntry
        name="coupon"
        words={{ label: t("label"), use: t("use"), missing: t("missing") }}
        calls={calls}
        onSend={(code) => andTell(onName(code))}
      />
    </details>
  );
}
