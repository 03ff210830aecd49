// How a step of a payment is to be taken: money came, it went, something is wrong, or it is only told.
import type { useTranslations } from "next-intl";
import type { PaymentStep, TeamPayment } from "./rules";

type Tone = "good" | "back" | "bad" | "plain";

const TONES: Partial<Record<PaymentStep["kind"], Tone>> = {
  captured: "good",
  matched: "good",
  approved: "good",
  dispute_won: "good",
  refund_asked: "back",
  refund_pending: "back",
  refund_done: "back",
  declined: "bad",
  failed: "bad",
  refund_failed: "bad",
  other_currency: "bad",
  inquiry: "bad",
  dispute_opened: "bad",
  dispute_lost: "bad",
  held: "bad",
  refused: "bad",
  warned: "bad",
};

/** A reason in words (of `paymentsTeam`) where it is one of ours or one that companies give often, else the company's own. */
export function whyNamed(t: ReturnType<typeof useTranslations<"paymentsTeam">>, reason: string): string {
  const key = `why.${reason}` as "why.other";
  return t.has(key) ? t(key) : reason.replaceAll("_", " ").toLowerCase();
}

/** The words for a risk as the company tells it, where there are any. */
export function riskKey(risk: string) {
  return `riskOf.${risk}` as "riskOf.normal";
}

/** Whether a warning of fraud still asks for something: money is left that could go back, and no bank took it. */
export function isWarned(payment: TeamPayment): boolean {
  return (
    payment.warned_at !== null && payment.disputes.length === 0 && payment.refunded_amount < payment.amount
  );
}

export function toneOf(kind: PaymentStep["kind"]): Tone {
  return TONES[kind] ?? "plain";
}
