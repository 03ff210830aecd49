"use client";
// Paid orders that are held: why, until when, and the two ways to decide. What refusing means is said before it is done.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { approveReview, refuseReview } from "../api";
import { type Review, reasonNamed } from "../rules";
import styles from "./payments.module.css";

export function ReviewList({ reviews, zone }: { reviews: Review[]; zone: string }) {
  const t = useTranslations("reviewsTeam");
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function decide(review: Review, work: typeof approveReview, words: "approved" | "refused") {
    if (busy) return;
    setBusy(review.id);
    setProblem(null);
    try {
      await work(review.id);
      toast(t(words, { number: review.order_number }));
      setAsked(null);
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.lines}>
        {reviews.map((review) => (
          <li key={review.id}>
            <Told review={review} zone={zone} />
            {review.state === "open" && (
              <Decision
                review={review}
                busy={busy === review.id}
                isAsked={asked === review.id}
                onAsk={() => setAsked(asked === review.id ? null : review.id)}
                onApprove={() => void decide(review, approveReview, "approved")}
                onRefuse={() => void decide(review, refuseReview, "refused")}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Told({ review, zone }: { review: Review; zone: string }) {
  const t = useTranslations("reviewsTeam");
  const locale = useLocale();
  const money = formatMoney({ amount: review.amount, currency: review.currency }, locale, { exact: true });
  const day = (at: string) => formatDay(at, zone, locale);
  const { state, decided_at: decided } = review;
  return (
    <>
      <p className={styles.line}>
        <span>
          <Link href={`/ad/orders/${review.order_number}/`}>{review.order_number}</Link>,{" "}
          <bdi>{review.customer_name}</bdi>
          {review.paid_with && `, ${t("paidWith", { label: review.paid_with })}`}
        </span>
        <strong>{money}</strong>
      </p>
      <ul className={styles.paid}>
        {review.reasons.map((reason) => (
          <li key={reason}>{t(`reason.${reasonNamed(reason)}`, { name: reason })}</li>
        ))}
      </ul>
      <p className={styles.text}>
        {state === "open"
          ? t("until", { day: day(review.decide_by), time: formatTime(review.decide_by, zone, locale) })
          : t("decided", {
              state: t(state === "approved" ? "state.approved" : "state.refused"),
              who: review.decided_by || t("byItself"),
              day: day(decided ?? review.decide_by),
            })}
      </p>
    </>
  );
}

type DecisionProps = {
  review: Review;
  busy: boolean;
  isAsked: boolean;
  onAsk: () => void;
  onApprove: () => void;
  onRefuse: () => void;
};

function Decision({ review, busy, isAsked, onAsk, onApprove, onRefuse }: DecisionProps) {
  const t = useTranslations("reviewsTeam");
  const locale = useLocale();
  const amount = formatMoney({ amount: review.amount, currency: review.currency }, locale, { exact: true });
  return (
    <>
      <div className={styles.ways}>
        <Button kind="main" busy={busy && !isAsked} onClick={onApprove}>
          {t("approve")}
        </Button>
        <Button aria-expanded={isAsked} onClick={onAsk}>
          {t("refuse")}
        </Button>
      </div>
      {isAsked && (
        <Notice tone="warn" title={t("sure", { amount })}>
          <p>
            <Button kind="danger" busy={busy} onClick={onRefuse}>
              {t("refuseYes", { amount })}
            </Button>
          </p>
        </Notice>
      )}
    </>
  );
}
