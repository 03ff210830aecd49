// Customers' requests for a change, as those who answer them see them.
import type { components } from "@/lib/api/schema";

export type TeamRequest = components["schemas"]["TeamChangeRequestOut"];

/** Who must say why a visit is moved, cancelled or asked about. */
export const REASON_FROM = ["nobody", "customer", "everybody"] as const;
export type ReasonFrom = (typeof REASON_FROM)[number];

export function isReasonFrom(word: unknown): word is ReasonFrom {
  return REASON_FROM.some((each) => each === word);
}

/** That rule of one business, with all its rules of booking: they are saved together. */
export type ReasonRule = {
  business: string;
  name: string;
  values: Record<string, unknown>;
  revision: number;
};
