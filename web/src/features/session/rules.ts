// Where a reader may be sent after signing in, and which part of the site is theirs.
import type { components } from "@/lib/api/schema";

export type Me = components["schemas"]["MeOut"];
export type Offer = components["schemas"]["OfferOut"];
export type AreaName = "cus" | "st" | "man" | "ad";
/** The parts of those who work here. */
export type TeamArea = Exclude<AreaName, "cus">;

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
  if (/^\/(?:[a-z]{2}\/)?(?:login|signup|reset|verify)(?:\/|$)/.test(url.pathname)) return null;
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

/** Why a password cannot be taken, by the names of its texts. */
export type PasswordFault = "too_short" | "too_common" | "too_similar" | "refused";

const faults: Record<string, PasswordFault> = {
  password_too_short: "too_short",
  password_too_common: "too_common",
  password_too_similar: "too_similar",
};

/** From allauth's codes about a password to what is wrong with it; null when nothing is. */
export function passwordFault(codes: string[]): PasswordFault | null {
  const [first] = codes;
  return first === undefined ? null : (faults[first] ?? "refused");
}

/** The key in the address of a letter's link, as the server made it: the address may have its signs encoded. */
export function keyOf(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter;
  }
}

/** Where to go after signing in. The link of a guest's order comes along behind the #, which no server sees. */
export function withFragment(next: string, fragment: string): string {
  return next.includes("#") ? next : next + fragment;
}
