"use client";
// A code: typed, what it takes off or why it does not, and out again. For a visitor's basket and for a caller's.
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { type Basket, couponReason } from "../rules";
import styles from "./journey.module.css";

type Props = {
  basket: Basket;
  onName: (code: string) => Promise<unknown>;
  onDrop: () => Promise<unknown>;
};

export function CouponBox({ basket, onName, onDrop }: Props) {
  const t = useTranslations("booking.coupon");
  const locale = useLocale();
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const status = useId();
  const { coupon } = basket;
  const money = (amount: number, currency: string) => formatMoney({ amount, currency }, locale);

  async function run(call: () => Promise<unknown>) {
    if (busy) return;
    setBusy(true);
    setError("");
    setProblem(null);
    try {
      await call();
      setCode("");
      requestAnimationFrame(() => document.getElementById(status)?.focus());
    } catch (thrown) {
      const found = problemOf(thrown);
      const reason = couponReason(found.extra.reason);
      if (found.code === "coupon_unknown") setError(t("notKnown"));
      else if (found.code === "coupon_not_applicable" && reason)
        setError(t(`reason.${reason}`, { missing: "" }));
      else setProblem(found);
    } finally {
      setBusy(false);
    }
  }

  function send() {
    if (code.trim()) void run(() => onName(code));
    else setError(t("missing"));
  }

  if (coupon) {
    const reason = couponReason(coupon.reason);
    const words = { code: coupon.code, amount: money(coupon.amount, coupon.currency || basket.currency) };
    return (
      <div className={styles.coupon} id={status} tabIndex={-1}>
        {problem && <ProblemNotice problem={problem} />}
        <Notice
          tone={reason ? "note" : "good"}
          title={t(reason ? "waiting" : "applied", words)}
          role="status"
        >
          {reason && (
            <p>
              {t(`reason.${reason}`, {
                missing: money(coupon.missing_amount, coupon.currency || basket.currency),
              })}
            </p>
          )}
          <p>
            <Button kind="quiet" busy={busy} onClick={() => void run(onDrop)}>
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
      {/* No form of its own: it stands within that of its page. */}
      <div className={styles.couponForm}>
        <TextField
          name="coupon"
          label={t("label")}
          size={20}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          error={error}
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            send();
          }}
        />
        <Button busy={busy} onClick={send}>
          {t("use")}
        </Button>
      </div>
    </details>
  );
}
