// Where a reader may be sent after signing in, and which part of the site is theirs.
import type { components } from "@/lib/api/schema";

export type Me = components["schemas"]["MeOut"];
export type AreaName = "cus" | "st" | "man" | "ad";

/** A made-up origin: what a path resolves to must not leave it. */
const HERE = "https://here.invalid";

/** The path to go on to, when it is one of this site's own pages; otherwise null. A stranger's link must never make our
 * sign-in page a door to another site (OWASP: unvalidated redirects). */
export function safeNext(next: string | null | undefined): string | null {
  if (!next?.startsWith("/")) return null;
  let url: URL;
  try {
    url = new URL(next, HERE);
  } catch {
    return null;
  }
  // "//host", "/\host" and tabs in between: browsers read all of them as another site.
  if (url.origin !== HERE || url.pathname.startsWith("//") || hasOddCharacter(next)) return null;
  if (/^\/(?:[a-z]{2}\/)?login(?:\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

function hasOddCharacter(text: string): boolean {
  return [...text].some((character) => character <= " " || character === "\\" || character === "\u007f");
}

/** The signed-in reader's first page; null for somebody who is not signed in. */
export function dashboardOf(me: Me): string | null {
  return me.user_id ? `${me.area}dashboard/` : null;
}

/** Whether this part of the site is the reader's. */
export function belongsTo(me: Me, area: AreaName): boolean {
  return Boolean(me.user_id) && me.area === `/${area}/`;
}

/** What allauth calls the name that was typed: an address has an @, and a user name is never given one here. */
export function credentials(name: string, password: string): Record<string, string> {
  const typed = name.trim();
  return typed.includes("@") ? { email: typed, password } : { username: typed, password };
}
