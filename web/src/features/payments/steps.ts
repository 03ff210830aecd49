// How a step of a payment is to be taken: money came, it went, something is wrong, or it is only told.
import type { PaymentStep } from "./rules";

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
  dispute_opened: "bad",
  dispute_lost: "bad",
  held: "bad",
  refused: "bad",
};

/** Where the words for a reason are, if it has any: companies have many, of which this page knows those that come often. */
export function whyKey(reason: string) {
  return `why.${reason}` as "why.other";
}

export function toneOf(kind: PaymentStep["kind"]): Tone {
  return TONES[kind] ?? "plain";
}
