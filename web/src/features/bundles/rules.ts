// Words and sums about bundles: services that are sold together.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Bundle = Schemas["BundleOut"];
export type BundleRow = Schemas["BundleRowOut"];
export type EditedBundle = Schemas["EditedBundleOut"];
export type Timing = Bundle["timing"];

export const FEWEST_STEPS = 2;
export const MOST_STEPS = 8;
export const TIMINGS: readonly Timing[] = ["apart", "in_a_row"];

/** What is saved at least, minor units. */
export function savedBy({ single_amount, from_amount }: Bundle): number {
  return single_amount - from_amount;
}

/** Where the journey begins with this bundle chosen. */
export function bundleHref({ business, slug }: Pick<Bundle, "business" | "slug">): string {
  return `/booking/?${new URLSearchParams({ business, bundle: slug })}`;
}

/** "7.5" as hundredths of a percent; null for what is no percentage. */
export function basisPointsOf(typed: string): number | null {
  const clean = typed.trim().replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(clean)) return null;
  const found = Math.round(Number(clean) * 100);
  return found <= 10_000 ? found : null;
}
