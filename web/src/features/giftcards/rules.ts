// Words and sums about gift cards.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Offer = Schemas["GiftOfferOut"];
export type HeldCard = Schemas["HeldCardOut"];
export type BoughtCard = Schemas["BoughtCardOut"];
export type ReceivedCard = Schemas["ReceivedCardOut"];
export type CardBalance = Schemas["CardBalanceOut"];
export type TeamCard = Schemas["GiftCardOut"];
export type CardPage = Schemas["GiftCardPageOut"];
export type GivenCard = Schemas["GivenCardOut"];

export const CARD_STATES = ["unpaid", "good", "spent", "stopped", "voided"] as const;
export const CARD_FILTERS = ["state", "business", "ending"] as const;
const LISTED = ["unpaid", "issued", "stopped", "voided"] as const;
const KINDS = ["capture", "redeem", "refund", "goodwill", "void"] as const;

export function isListed(word: string): word is (typeof LISTED)[number] {
  return LISTED.some((state) => state === word);
}

/** The words for a movement on a card. */
export function kindNamed(kind: string): (typeof KINDS)[number] | "other" {
  return KINDS.find((each) => each === kind) ?? "other";
}

/** Whether an amount may be on a card of this offer, in minor units. */
export function isSold(offer: Offer, amount: number): boolean {
  return offer.amounts.includes(amount) || (amount >= offer.least_amount && amount <= offer.most_amount);
}

/** "#token" of a card's own page; null without one. */
export function readCardFragment(hash: string): string | null {
  return hash.replace(/^#/, "") || null;
}
