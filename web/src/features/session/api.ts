// Signing in, up and out, and forgotten passwords, by allauth's headless interface. The only file here that names an
// endpoint.
import { type Answer, allauth, codesOf, pending } from "@/lib/api/allauth";
import { api } from "@/lib/api/browser";
import { ProblemError, problemOf, toProblem } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { signByPasskey } from "@/lib/webauthn";
import { credentials, type Me, type Offer, type PasswordFault, passwordFault } from "./rules";

/** What came of a try to sign in. `code` asks for the second factor, `passkeys` says that one of them would do, too. */
export type SignInOutcome =
  | { kind: "signed_in" | "mismatch" | "too_many" | "verify" | "given_up" }
  | { kind: "code"; passkeys: boolean };

function outcomeOf(answer: Answer<unknown>): SignInOutcome {
  // 409: somebody is signed in already, in another tab perhaps; they are sent to their own pages.
  if (answer.status < 300 || answer.status === 409) return { kind: "signed_in" };
  const factor = pending(answer, "mfa_authenticate");
  if (factor) return { kind: "code", passkeys: factor.types?.includes("webauthn") ?? false };
  if (pending(answer, "verify_email")) return { kind: "verify" };
  if (codesOf(answer).includes("too_many_login_attempts")) return { kind: "too_many" };
  return { kind: answer.status === 401 ? "given_up" : "mismatch" };
}

/** Too many tries come as 429, or as a refusal of the form; both are one outcome. */
async function attempt(call: Promise<Answer<unknown>>): Promise<SignInOutcome> {
  try {
    return outcomeOf(await call);
  } catch (error) {
    if (problemOf(error).status === 429) return { kind: "too_many" };
    throw error;
  }
}

/** Sign in with a user name or an e-mail address. Throws a ProblemError when the server can't say. */
export function signIn(name: string, password: string): Promise<SignInOutcome> {
  return attempt(allauth("POST", "/auth/login", credentials(name, password)));
}

/** The second factor: the newest code of the app, or a recovery code. */
export function sendCode(code: string): Promise<SignInOutcome> {
  return attempt(allauth("POST", "/auth/2fa/authenticate", { code }));
}

/** A passkey instead of a password, or as the second factor; null when the reader thought better of it. */
export async function signInByPasskey(instead: "password" | "code"): Promise<SignInOutcome | null> {
  const path = instead === "password" ? "/auth/webauthn/login" : "/auth/webauthn/authenticate";
  const asked = await allauth<{ request_options: Record<string, unknown> }>("GET", path);
  if (asked.status !== 200) return { kind: "given_up" };
  const credential = await signByPasskey(asked.data.request_options);
  return credential && attempt(allauth("POST", path, { credential }));
}

/** Begins to sign in with a company: the address there to go to, or why not. */
export async function startWith(
  company: string,
  next: string | null,
): Promise<{ url: string } | { why: "unreachable" | "tooMany" }> {
  try {
    const body = { process: "login", ...(next && { next }) };
    const answer = await allauth<{ url?: string }>("POST", `/companies/${company}/start`, body);
    // 409: somebody is signed in already, in another tab perhaps; the page they come to sends them on.
    if (answer.status === 409) return { url: window.location.href };
    if (answer.data.url) return { url: answer.data.url };
    throw new ProblemError(toProblem(null, answer.status));
  } catch (error) {
    const { status } = problemOf(error);
    if (status === 502) return { why: "unreachable" };
    if (status === 429) return { why: "tooMany" };
    throw error;
  }
}

/** What came of it, asked once the company has sent the reader back. */
export function cameBack(): Promise<SignInOutcome> {
  return attempt(allauth("GET", "/auth/session"));
}

const FRAGMENT = "almanac.fragment";

/** Keeps what stands behind the # (the link of a guest's order) in this tab: it does not go to the company and back. */
export function keepFragment(): void {
  if (window.location.hash) window.sessionStorage.setItem(FRAGMENT, window.location.hash);
}

/** What was kept, once. */
export function keptFragment(): string {
  const kept = window.sessionStorage.getItem(FRAGMENT) ?? "";
  window.sessionStorage.removeItem(FRAGMENT);
  return kept;
}

/** End the session. allauth answers 401, "nobody is signed in", when it worked. */
export async function signOut(): Promise<void> {
  const answer = await allauth("DELETE", "/auth/session");
  if (answer.status >= 300 && answer.status !== 401) throw new ProblemError(toProblem(null, answer.status));
}

export type SignUp = { name: string; email: string; password: string };
export type SignUpFault = "email" | PasswordFault;

/** Open an account. Whether the address is known is never said; null when a letter is on its way. */
export async function signUp(typed: SignUp): Promise<SignUpFault | null> {
  const answer = await allauth("POST", "/auth/signup", typed);
  if (answer.status !== 400) return null;
  const weak = passwordFault(codesOf(answer, "password"));
  if (weak) return weak;
  if (codesOf(answer, "email").length > 0) return "email";
  throw new ProblemError(toProblem(null, answer.status));
}

/** Prove an address by the key in its letter: signed in at once in the browser that signed up. */
export async function confirmAddress(key: string): Promise<"signed_in" | "confirmed" | "bad_link"> {
  const answer = await allauth("POST", "/auth/email/verify", { key });
  if (answer.status === 200) return "signed_in";
  return answer.status === 401 ? "confirmed" : "bad_link";
}

/** Ask for a letter with a link to choose a new password. The answer is the same whether the address is known. */
export async function requestReset(email: string): Promise<"sent" | "wrong"> {
  const answer = await allauth("POST", "/auth/password/request", { email });
  return answer.status === 400 ? "wrong" : "sent";
}

/** Choose a new password by the key in the letter. */
export async function resetPassword(
  key: string,
  password: string,
): Promise<"saved" | "bad_link" | PasswordFault> {
  const answer = await allauth("POST", "/auth/password/reset", { key, password });
  if (answer.status !== 400) return "saved";
  return passwordFault(codesOf(answer, "password")) ?? "bad_link";
}

/** Who is signed in now. */
export function fetchMe(): Promise<Me> {
  return read(api.GET("/api/me"));
}

/** What the link in a letter after a guest's order offers. */
export async function readOffer(key: string): Promise<Offer | "over"> {
  try {
    return await read(api.POST("/api/account-offer/read", { body: { key } }));
  } catch (error) {
    if (problemOf(error).code === "offer_over") return "over";
    throw error;
  }
}

/** Opens the offered account: its e-mail, or what is wrong with the password, or that the link is used. */
export async function openOfferedAccount(
  key: string,
  password: string,
): Promise<{ email: string } | "over" | PasswordFault> {
  try {
    return await read(api.POST("/api/account-offer", { body: { key, password } }));
  } catch (error) {
    const { code, extra } = problemOf(error);
    if (code === "offer_over") return "over";
    if (code === "weak_password") return passwordFault(extra.faults as string[]) ?? "refused";
    throw error;
  }
}
