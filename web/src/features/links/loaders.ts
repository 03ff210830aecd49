// Links to bookings, their codes and the sites that may show the journey, for server components.
import "server-only";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { type LinkTo, linkQuery, type SiteSettings } from "./rules";

/** The public link, or null for a choice that leads nowhere (any more). */
export async function loadLink(to: LinkTo): Promise<string | null> {
  const api = await serverApi();
  try {
    return (await read(api.GET("/api/booking-links", { params: { query: to } }))).url;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

/** Where its QR code is drawn. */
export function codeAddress(to: LinkTo, kind: "svg" | "png"): string {
  return `/api/booking-links/code?${linkQuery(to)}&kind=${kind}`;
}

export async function loadSiteSettings(slug: string): Promise<SiteSettings> {
  const api = await serverApi();
  const params = { path: { slug, group: "widget" } };
  const { values, revision } = await read(api.GET("/api/businesses/{slug}/settings/{group}", { params }));
  return { sites: (values.sites as string[] | undefined) ?? [], revision };
}
