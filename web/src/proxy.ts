// Runs before every page: one slash at the end, the reader's language, and a fresh nonce for the content policy.
import { type NextRequest, NextResponse } from "next/server";
import createIntlMiddleware from "next-intl/middleware";
import { contentSecurityPolicy } from "@/lib/csp";
import { routing } from "@/lib/i18n/routing";

const chooseLanguage = createIntlMiddleware(routing);

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (!pathname.endsWith("/")) {
    const url = new URL(`${pathname}/${request.nextUrl.search}`, request.url);
    return NextResponse.redirect(url, 308);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({ nonce, development: process.env.NODE_ENV === "development" });
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
