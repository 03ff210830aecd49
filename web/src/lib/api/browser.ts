// The client in the browser: same origin, session cookie, CSRF header on everything that changes something.
import createClient, { type Middleware } from "openapi-fetch";
import { readCookie } from "@/lib/cookies";
import { isWidgetPath, WIDGET_HEADER } from "@/lib/widget";
import type { paths } from "./schema";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

const csrf: Middleware = {
  onRequest({ request }) {
    if (safe.has(request.method)) return;
    const token = readCookie(document.cookie, "csrftoken");
    if (token) request.headers.set("X-CSRFToken", token);
  },
};

/** Inside another site's page the server must know, or the browser would not keep the basket's cookie. */
const framed: Middleware = {
  onRequest({ request }) {
    if (isWidgetPath(window.location.pathname)) request.headers.set(WIDGET_HEADER, "1");
  },
};

/** The page's language, which the reader may have chosen against the browser's. */
const language: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", document.documentElement.lang);
  },
};

/** Typed by the server's OpenAPI document: `read(api.POST("/api/holds", { body, headers: idempotent(key) }))`. */
export const api = createClient<paths>({
  baseUrl: "",
  credentials: "same-origin",
  headers: { Accept: "application/json" },
  fetch: (request) => globalThis.fetch(request),
});
api.use(csrf, framed, language);

/** A key for one wish of the customer: make it once when the form opens and send it with every try, so that a
 * double press or a lost answer books once. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

export function idempotent(key: string): { "Idempotency-Key": string } {
  return { "Idempotency-Key": key };
}
