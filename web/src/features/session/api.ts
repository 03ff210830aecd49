// Signing in and out in the browser, by allauth's headless interface. The only file here that names an endpoint.
import { api } from "@/lib/api/browser";
import { noAnswer, ProblemError, toProblem } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { readCookie } from "@/lib/cookies";
import { credentials, type Me } from "./rules";

const ALLAUTH = "/_allauth/browser/v1";

export type SignInOutcome = "signed_in" | "mismatch" | "too_many" | "more_steps";

async function call(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<Response> {
  const token = readCookie(document.cookie, "csrftoken");
  try {
    return await fetch(`${ALLAUTH}${path}`, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        ...(body && { "Content-Type": "application/json" }),
        ...(token && { "X-CSRFToken": token }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ProblemError(noAnswer);
  }
}

/** Any of allauth's answers hands out the CSRF cookie; a reader who comes here first has none. */
async function ensureCsrfCookie(): Promise<void> {
  if (!readCookie(document.cookie, "csrftoken")) await call("GET", "/config");
}

/** Sign in with a user name or an e-mail address. Throws a ProblemError when the server can't say. */
export async function signIn(name: string, password: string): Promise<SignInOutcome> {
  await ensureCsrfCookie();
  const answer = await call("POST", "/auth/login", credentials(name, password));
  // 409: somebody is signed in already, in another tab perhaps; they are sent to their own pages.
  if (answer.ok || answer.status === 409) return "signed_in";
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status === 401) return "more_steps";
  if (answer.status === 429) return "too_many";
  if (answer.status === 400)
    return errorCodes(body).includes("too_many_login_attempts") ? "too_many" : "mismatch";
  throw new ProblemError(toProblem(body, answer.status));
}

function errorCodes(body: unknown): unknown[] {
  const errors = (body as { errors?: unknown } | null)?.errors;
  return Array.isArray(errors) ? errors.map((error: { code?: unknown }) => error?.code) : [];
}

/** End the session. allauth answers 401, "nobody is signed in", when it worked. */
export async function signOut(): Promise<void> {
  await ensureCsrfCookie();
  const answer = await call("DELETE", "/auth/session");
  if (!answer.ok && answer.status !== 401) throw new ProblemError(toProblem(null, answer.status));
}

/** Who is signed in now. */
export function fetchMe(): Promise<Me> {
  return read(api.GET("/api/me"));
}
