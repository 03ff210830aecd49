// Customers' requests for a change, as those who answer them see them.
import type { components } from "@/lib/api/schema";

export type TeamRequest = components["schemas"]["TeamChangeRequestOut"];
export type RequestState = TeamRequest["state"];

export const REQUEST_FILTERS = ["state", "kind", "business"] as const;
export const STATES = [
  "open",
  "proposed",
  "done",
  "declined",
  "withdrawn",
  "closed",
] as const satisfies RequestState[];
export const KINDS = ["move", "cancel", "absent"] as const satisfies TeamRequest["kind"][];

/** How it is chosen what goes back when a visit is called off: as agreed when it was booked, all, or an amount between. */
export const BACK_BY = ["policy", "all", "amount"] as const;
export type BackBy = (typeof BACK_BY)[number];

/** The states an address asks for: what waits for an answer when it says nothing, every one for "all". */
export function statesOf(filter: string | undefined): RequestState[] {
  if (!filter) return ["open"];
  return STATES.filter((state) => state === filter);
}

/** The kind an address asks for; empty is any. */
export function kindOf(filter: string | undefined): TeamRequest["kind"] | "" {
  return KINDS.find((kind) => kind === filter) ?? "";
}

/** How the list is sorted when the address says nothing: who has waited longest for an answer; else the latest. */
export function standardSort(filter: string | undefined): "asked" | "-asked" {
  return filter ? "-asked" : "asked";
}

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
