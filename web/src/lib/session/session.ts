// Who is reading? Asked of Django (allauth's headless session), never worked out here.
import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { apiUrl } from "@/lib/api/server";

export type Session = { signedIn: false } | { signedIn: true; displayName: string };

const stranger: Session = { signedIn: false };

function displayNameIn(body: unknown): string | null {
  const user = (body as { data?: { user?: { display?: unknown; email?: unknown } } } | null)?.data?.user;
  const name = user?.display ?? user?.email;
  return typeof name === "string" ? name : null;
}

/** The reader's session, asked at most once per request; a stranger when there is no cookie or no answer.
 * Only for what the page shows: whether something is allowed, Django says with each answer. */
export const loadSession = cache(async (): Promise<Session> => {
  const jar = await cookies();
  if (!jar.has("sessionid")) return stranger;
  try {
    const answer = await fetch(`${apiUrl}/_allauth/browser/v1/auth/session`, {
      headers: { Accept: "application/json", Cookie: jar.toString() },
      cache: "no-store",
      signal: AbortSignal.timeout(3_000),
    });
    if (!answer.ok) return stranger;
    const displayName = displayNameIn(await answer.json());
    return displayName === null ? stranger : { signedIn: true, displayName };
  } catch {
    return stranger;
  }
});
