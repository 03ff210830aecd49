// The pages that other sites show inside theirs, and how frame and site speak with each other.

/** Said to the server with every request of such a page: it then keeps the basket in that site's own jar of cookies. */
export const WIDGET_HEADER = "X-Almanac-Widget";
export const WIDGET_BASKET = "almanac_widget_basket";

export const WIDGET_PATH = "/widget/";

/** Whether an address, with or without a language before it, is one of these pages. */
export function isWidgetPath(path: string | null | undefined): boolean {
  return /^\/(?:[a-z]{2}\/)?widget(?:\/|$)/.test(path ?? "");
}

/** What the frame tells the site around it. Never anything of the customer. */
export type FrameMessage =
  | { almanac: "ready" }
  | { almanac: "height"; height: number }
  | { almanac: "booked" }
  | { almanac: "close" };

/** What the site says, so that the frame knows to whom it may speak. */
export const HELLO = { almanac: "hello" } as const;

/** What kind of message this is, if it is one of ours. */
export function messageKind(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("almanac" in data)) return null;
  return typeof data.almanac === "string" ? data.almanac : null;
}

/** Header values that let these sites, and nobody else, show a page inside theirs. */
export function frameAncestors(sites: readonly string[]): string {
  const origins = sites.filter((site) => /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/.test(site));
  return origins.length > 0 ? origins.join(" ") : "'none'";
}
