// Changing one's own way in, by allauth's headless interface. The only file here that names an endpoint.
import { ProofNeeded, waysOf } from "@/features/proof/rules";
import { type Answer, allauth, codesOf } from "@/lib/api/allauth";
import { ProblemError, toProblem } from "@/lib/api/problem";
import { makePasskey } from "@/lib/webauthn";
import type { Codes, Connection, Factor, SignIn } from "./rules";

/** Asks; throws ProofNeeded where allauth wants to hear once more who is there, and a ProblemError for an unknown
 * refusal. */
async function ask<T>(call: Promise<Answer<T>>, ...known: number[]): Promise<Answer<T>> {
  const answer = await call;
  const ways = answer.status === 401 ? waysOf(answer.flows) : [];
  if (ways.length > 0) throw new ProofNeeded(ways);
  if (answer.status >= 300 && !known.includes(answer.status))
    throw new ProblemError(toProblem(null, answer.status));
  return answer;
}

/** Whether this account has a password: who came by a company has none. */
export async function fetchHasPassword(): Promise<boolean> {
  const answer = await ask(allauth<{ user?: { has_usable_password?: boolean } }>("GET", "/auth/session"));
  return answer.data.user?.has_usable_password ?? true;
}

/** What is wrong with the new password (allauth's codes of it), or "current"; null when it is changed. */
export async function changePassword(current: string, wanted: string): Promise<"current" | string[] | null> {
  const body = { ...(current && { current_password: current }), new_password: wanted };
  const answer = await ask(allauth("POST", "/account/password/change", body), 400);
  if (answer.status !== 400) return null;
  const weak = codesOf(answer, "new_password");
  return weak.length > 0 ? weak : "current";
}

/** Asks for a letter to a new address, which counts when its link is opened. */
export async function changeAddress(email: string): Promise<"sent" | "wrong"> {
  const answer = await ask(allauth("POST", "/account/email", { email }), 400, 409);
  return answer.status >= 400 ? "wrong" : "sent";
}

export async function fetchFactors(): Promise<Factor[]> {
  return (await ask(allauth<Factor[]>("GET", "/account/authenticators"))).data;
}

/** The secret of the app that is being added, as a picture for a telephone. */
export const APP_PICTURE = "/_allauth/totp-picture";
const TOTP = "/account/authenticators/totp";

/** Begins with an authenticator app: the secret for those who cannot photograph. Null when there is one already. */
export async function beginApp(): Promise<string | null> {
  const answer = await ask(allauth("GET", TOTP), 404);
  return answer.status === 404 ? String(answer.meta.secret) : null;
}

export async function activateApp(code: string): Promise<"done" | "wrong"> {
  return (await ask(allauth("POST", TOTP, { code }), 400)).status === 400 ? "wrong" : "done";
}

export const removeApp = (): Promise<unknown> => ask(allauth("DELETE", TOTP));

const CODES = "/account/authenticators/recovery-codes";

export async function makeCodes(): Promise<string[]> {
  return (await ask(allauth<Codes>("POST", CODES, {}))).data.unused_codes ?? [];
}

const PASSKEYS = "/account/authenticators/webauthn";

/** Makes a passkey of this device, good without a password; null when the reader thought better of it. */
export async function addPasskey(name: string): Promise<"done" | null> {
  const asked = await ask(
    allauth<{ creation_options: Record<string, unknown> }>("GET", `${PASSKEYS}?passwordless`),
  );
  const credential = await makePasskey(asked.data.creation_options);
  if (!credential) return null;
  await ask(allauth("POST", PASSKEYS, { name, credential }));
  return "done";
}

export const removePasskey = (id: number): Promise<unknown> =>
  ask(allauth("DELETE", PASSKEYS, { authenticators: [id] }));

const COMPANIES = "/account/providers";

export async function fetchConnections(): Promise<Connection[]> {
  return (await ask(allauth<Connection[]>("GET", COMPANIES))).data;
}

/** The company's address to go to; null when the company is down. */
export async function connectCompany(company: string): Promise<string | null> {
  try {
    const body = { process: "connect" };
    return (await ask(allauth<{ url: string }>("POST", `/companies/${company}/start`, body))).data.url;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 502) return null;
    throw error;
  }
}

/** Takes a company's account away; "last" when nothing would be left to sign in with. */
export async function removeCompany({ uid, provider }: Connection): Promise<"done" | "last"> {
  const answer = await ask(allauth("DELETE", COMPANIES, { provider: provider.id, account: uid }), 400);
  return answer.status === 400 ? "last" : "done";
}

export async function fetchSessions(): Promise<SignIn[]> {
  return (await ask(allauth<SignIn[]>("GET", "/auth/sessions"))).data;
}

export const endSessions = (ids: number[]): Promise<unknown> =>
  ask(allauth("DELETE", "/auth/sessions", { sessions: ids }));
