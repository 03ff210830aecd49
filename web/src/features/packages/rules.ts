// Words and sums about packages of visits.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Package = Schemas["PackageOut"];
export type PackageRow = Schemas["PackageRowOut"];
export type EditedPackage = Schemas["EditedPackageOut"];
export type PassBalance = Schemas["PassBalanceOut"];
export type HeldPass = Schemas["HeldPassOut"];
export type OwnPass = Schemas["OwnPassOut"];
export type TeamPass = Schemas["PassOut"];
export type PassPage = Schemas["PassPageOut"];
export type GivenPass = Schemas["GivenPassOut"];
export type PassUse = Schemas["PassUseOut"];

export const PASS_FILTERS = ["state", "package_id", "ending"] as const;
export const PASS_STATES = ["good", "used_up", "lapsed", "stopped", "refunded", "voided", "unpaid"] as const;
const KINDS = ["capture", "earn", "refund", "goodwill", "void"] as const;

export function isPassState(word: string): word is (typeof PASS_STATES)[number] {
  return PASS_STATES.some((state) => state === word);
}

/** The words for a movement of what is owed of a package. */
export function movementNamed(kind: string): (typeof KINDS)[number] | "other" {
  return KINDS.find((each) => each === kind) ?? "other";
}

/** What one visit costs in a package, minor units, and what is saved against as many single ones. */
export function worthOf({ price_amount, single_amount, visits }: Package) {
  return { each: Math.round(price_amount / visits), saved: Math.max(0, single_amount - price_amount) };
}

/** "#token" of a package's own page; null without one. */
export function readPassFragment(hash: string): string | null {
  return hash.replace(/^#/, "") || null;
}

/** How a visit of a package stands, in words. */
export function standingOf(use: PassUse): "back" | "done" | "missed" | "cancelled" | "booked" {
  if (use.given_back) return "back";
  if (use.state === "completed") return "done";
  if (use.state === "no_show") return "missed";
  return use.state === "cancelled" ? "cancelled" : "booked";
}
