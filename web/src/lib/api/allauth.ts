// The client for signing in and all about accounts: allauth's headless interface, same origin, with the CSRF cookie.
import { readCookie } from "@/lib/cookies";
import { noAnswer, ProblemError, toProblem } from "./problem";

const BASE = "/_allauth/browser/v1";

export type Flow = { id: string; is_pending?: boolean; types?: string[] };
export type Refusal = { code: string; param?: string };
/** An answer of allauth: 401 names the next steps, 400 and 409 what was wrong. */
export type Answer<T> = {
  status: number;
  data: T;
  meta: Record<string, unknown>;
  flows: Flow[];
  errors: Refusal[];
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

async function send(method: Method, path: string, body?: object): Promise<Response> {
  const token = readCookie(document.cookie, "csrftoken");
  try {
    return await fetch(`${BASE}${path}`, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Accept-Language": document.documentElement.lang,
        ...(body && { "Content-Type": "application/json" }),
        ...(token && { "X-CSRFToken": token }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ProblemError(noAnswer);
  }
}

/** Ask allauth. Throws a ProblemError when there is no answer, an answer that is none, or too much was asked. */
export async function allauth<T = unknown>(method: Method, path: string, body?: object): Promise<Answer<T>> {
  // Any of allauth's answers hands out the CSRF cookie; a reader who comes here first has none.
  if (method !== "GET" && !readCookie(document.cookie, "csrftoken")) await send("GET", "/config");
  const response = await send(method, path, body);
  const read = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (response.status === 429 || response.status >= 500 || !read)
    throw new ProblemError(toProblem(read, response.status));
  const data = (read.data ?? {}) as T & { flows?: Flow[] };
  return {
    status: response.status,
    data,
    meta: (read.meta ?? {}) as Record<string, unknown>,
    flows: data.flows ?? [],
    errors: (read.errors ?? []) as Refusal[],
  };
}

/** The step that allauth waits for, of those named. */
export function pending(answer: Answer<unknown>, id: string): Flow | undefined {
  return answer.flows.find((flow) => flow.id === id && flow.is_pending);
}

/** The codes of what was wrong with one field, or with the whole. */
export function codesOf(answer: Answer<unknown>, param?: string): string[] {
  return answer.errors.filter((error) => !param || error.param === param).map((error) => error.code);
}
