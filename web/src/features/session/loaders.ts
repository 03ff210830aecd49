// Who is asking, for server components: each page of an area begins with requireArea.
import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { read } from "@/lib/api/read";
import { apiUrl, serverApi } from "@/lib/api/server";
import { redirect } from "@/lib/i18n/navigation";
import { type Company, companiesIn } from "./companies";
import { type AreaName, belongsTo, dashboardOf, type Me, safeNext } from "./rules";

/** The reader as Django knows them, asked once per request. */
export const loadMe = cache(async (): Promise<Me> => {
  const api = await serverApi();
  return read(api.GET("/api/me"));
});

/** The reader, when this area is theirs. Strangers go to the sign-in and come back here afterwards, others to their own
 * dashboard. This only spares people dead ends: what may be seen and done, Django decides with each answer. */
export async function requireArea(area: AreaName): Promise<Me> {
  const [me, locale] = await Promise.all([loadMe(), getLocale()]);
  if (belongsTo(me, area)) return me;
  const own = dashboardOf(me);
  if (own) return redirect({ href: own, locale });
  const wanted = safeNext((await headers()).get("x-path"));
  return redirect({ href: { pathname: "/login/", query: wanted ? { next: wanted } : {} }, locale });
}

/** Whoever is signed in already has no business at the sign-in, and is sent to their own pages. */
export async function sendOnward(): Promise<void> {
  // Without an answer the form still stands: it says so itself when it is sent.
  const [me, locale] = await Promise.all([loadMe().catch(() => null), getLocale()]);
  const own = me && dashboardOf(me);
  if (own) redirect({ href: own, locale });
}

/** The companies that people may sign in with here; none when that can't be said just now. */
export async function loadCompanies(): Promise<Company[]> {
  try {
    const answer = await fetch(`${apiUrl}/_allauth/browser/v1/config`, {
      headers: { Accept: "application/json" },
      cache: "no-store",
      signal: AbortSignal.timeout(3_000),
    });
    return answer.ok ? companiesIn(await answer.json()) : [];
  } catch {
    return [];
  }
}
