// What the server says when it refuses: problem+json (RFC 9457) with our code, field errors and a reference.

export type Problem = {
  /** Names the refusal for programs: "slot_taken", "validation_failed", ... */
  code: string;
  /** The HTTP status; 0 when no answer came at all. */
  status: number;
  title: string;
  detail?: string;
  /** Field name -> what is wrong with it, in words. */
  fields: Record<string, string[]>;
  /** What a customer reads to support; the same string stands in the server's log. */
  reference?: string;
  /** Whatever else this code carries: nearest free times, the price now, ... */
  extra: Record<string, unknown>;
};

/** Thrown by every call of the client that did not succeed. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  constructor(readonly problem: Problem) {
    super(`${problem.code} (${problem.status})`);
  }
}

/** No answer: the network is down, or the server is. */
export const noAnswer: Problem = { code: "no_answer", status: 0, title: "", fields: {}, extra: {} };

const known = new Set(["type", "code", "status", "title", "detail", "fields", "reference", "instance"]);

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function fieldErrors(value: unknown): Record<string, string[]> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([field, errors]) => [
      field,
      (Array.isArray(errors) ? errors : [errors]).filter((error) => typeof error === "string"),
    ]),
  );
}

/** Reads a refusal from any body, ours or a proxy's: never throws, always has a code. */
export function toProblem(body: unknown, status: number): Problem {
  const data: Record<string, unknown> = typeof body === "object" && body !== null ? { ...body } : {};
  const detail = text(data.detail);
  const reference = text(data.reference);
  return {
    code: text(data.code) ?? codeForStatus(status),
    status,
    title: text(data.title) ?? "",
    fields: fieldErrors(data.fields),
    extra: Object.fromEntries(Object.entries(data).filter(([name]) => !known.has(name))),
    ...(detail === undefined ? {} : { detail }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function codeForStatus(status: number): string {
  if (status === 401) return "sign_in_needed";
  if (status === 403) return "not_allowed";
  if (status === 404) return "not_found";
  if (status === 429) return "too_many_requests";
  if (status === 502 || status === 503 || status === 504) return "no_answer";
  return status >= 500 ? "unexpected" : "refused";
}

/** Any thrown thing as a problem: fetch's TypeError means that no answer came. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof TypeError) return noAnswer;
  return { ...noAnswer, code: "unexpected", status: 500 };
}
