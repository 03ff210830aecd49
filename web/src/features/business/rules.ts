// Which business a page stands for when the installation holds several.
import type { Business } from "./loaders";

/** The business that visits homes, and the one whose people are met on a screen; either may be missing. */
export function doors(businesses: readonly Business[]): {
  atHome: Business | undefined;
  online: Business | undefined;
} {
  return {
    atHome: businesses.find((business) => business.visits_at_customer),
    online: businesses.find((business) => !business.visits_at_customer),
  };
}

/** Whether people of this business travel to customers. Without a known business they may: then nothing is hidden. */
export function travels(
  businesses: readonly Pick<Business, "slug" | "visits_at_customer">[],
  slug: string | undefined,
): boolean {
  return businesses.find((business) => business.slug === slug)?.visits_at_customer ?? true;
}
