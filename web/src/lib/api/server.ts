// The client inside server components: straight to Django, with the reader's own cookies and language.
import "server-only";
import { headers } from "next/headers";
import createClient, { type Client } from "openapi-fetch";
import { isWidgetPath, WIDGET_HEADER } from "@/lib/widget";
import type { paths } from "./schema";

/** Where Django listens, as seen from this process. */
export const apiUrl = process.env.ALMANAC_API_URL ?? "http://127.0.0.1:8000";

/** A page waits this long at most for the API before it says so. */
const TIMEOUT_MS = 8_000;

/** A client for this request. The raw cookie header goes along untouched: Django decides who is asking. */
export async function serverApi(locale?: string): Promise<Client<paths>> {
  const incoming = await headers();
  const forwarded: Record<string, string> = { Accept: "application/json" };
  const pass = (from: string, to: string) => {
    const value = incoming.get(from);
    if (value) forwarded[to] = value;
  };
  pass("cookie", "Cookie");
  pass("host", "X-Forwarded-Host");
  pass("x-forwarded-proto", "X-Forwarded-Proto");
  pass("x-forwarded-for", "X-Forwarded-For");
  pass("accept-language", "Accept-Language");
  if (locale) forwarded["Accept-Language"] = locale;
  if (isWidgetPath(incoming.get("x-path"))) forwarded[WIDGET_HEADER] = "1";
  return createClient<paths>({
    baseUrl: apiUrl,
    headers: forwarded,
    fetch: send,
  });
}

/** Django may close a kept-alive connection at the very moment it is used again (gunicorn does so after 2 s): what only
 * reads is then asked once more, on a new one. */
async function send(request: Request): Promise<Response> {
  const options = { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
  try {
    return await globalThis.fetch(request.clone(), options);
  } catch (error) {
    if (request.method !== "GET" || !(error instanceof TypeError)) throw error;
    return globalThis.fetch(request, options);
  }
}
