// Runs before every page: one slash at the end, the reader's language, and a fresh nonce for the content policy.
import { type NextRequest, NextResponse } from "next/server";
import createIntlMiddleware from "next-intl/middleware";
import { isCardPath, NO_SOURCES, type Sources, sourcesOf } from "@/lib/card-page";
import { contentSecurityPolicy } from "@/lib/csp";
import { routing } from "@/lib/i18n/routing";
import { frameAncestors, isWidgetPath } from "@/lib/widget";

const api = process.env.ALMANAC_API_URL ?? "http://127.0.0.1:8000";

const chooseLanguage = createIntlMiddleware(routing);

/** Who may show this page: of a widget page the sites its business names, of every other one nobody. */
async function ancestorsOf(request: NextRequest): Promise<string> {
  const business = request.nextUrl.searchParams.get("business");
  if (!isWidgetPath(request.nextUrl.pathname) || !business) return frameAncestors([]);
  try {
    const address = `${api}/api/businesses/${encodeURIComponent(business)}/widget`;
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(4_000) });
    return frameAncestors(answer.ok ? ((await answer.json()) as { sites: string[] }).sites : []);
  } catch {
    return frameAncestors([]);
  }
}

/** What this page may load of a payment company: nothing, unless it is the one that takes cards and we take them there. */
async function companyOf(request: NextRequest): Promise<Sources> {
  if (!isCardPath(request.nextUrl.pathname)) return NO_SOURCES;
  try {
    const address = `${api}/api/payment-page`;
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(4_000) });
    return answer.ok ? sourcesOf((await answer.json()) as Sources) : NO_SOURCES;
  } catch {
    return NO_SOURCES;
  }
}

export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (!pathname.endsWith("/")) {
    const url = new URL(`${pathname}/${request.nextUrl.search}`, request.url);
    return NextResponse.redirect(url, 308);
  }
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === "development";
  const [ancestors, company] = await Promise.all([ancestorsOf(request), companyOf(request)]);
  const policy = contentSecurityPolicy({ nonce, development, ancestors, company });
  request.headers.set("x-nonce", nonce);
  // For the way back after signing in: server components do not know their own address.
  request.headers.set("x-path", pathname + request.nextUrl.search);
  request.headers.set("content-security-policy", policy);
  const response = chooseLanguage(request);
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Pages only: no Django address, nothing of Next itself, no file (a name with a dot).
  matcher: [
    "/((?!api/|admin/|_allauth/|accounts/|static/|media/|_next/|(?:api|admin|_allauth|accounts|static|media)$|.*\\.[^/]*$).*)",
  ],
};
