// Saying once more that it is you, by allauth's headless interface. The only file here that names an endpoint.
import { type Answer, allauth } from "@/lib/api/allauth";
import { ProblemError, toProblem } from "@/lib/api/problem";
import { signByPasskey } from "@/lib/webauthn";

const PASSKEY = "/auth/webauthn/reauthenticate";

/** Whether it was right; throws a ProblemError for any refusal but a wrong word. */
function isRight({ status }: Answer<unknown>): boolean {
  if (status >= 300 && status !== 400) throw new ProblemError(toProblem(null, status));
  return status < 300;
}

/** Says the password, or a code of the app, once more; false when it is wrong. */
export async function sayAgain(by: "password" | "code", typed: string): Promise<boolean> {
  return isRight(
    by === "password"
      ? await allauth("POST", "/auth/reauthenticate", { password: typed })
      : await allauth("POST", "/auth/2fa/reauthenticate", { code: typed }),
  );
}

/** Signs with a passkey; false when it is not one of this account, or the reader thought better of it. */
export async function signAgain(): Promise<boolean> {
  const asked = await allauth<{ request_options: Record<string, unknown> }>("GET", PASSKEY);
  if (!isRight(asked)) return false;
  const credential = await signByPasskey(asked.data.request_options);
  return credential !== null && isRight(await allauth("POST", PASSKEY, { credential }));
}
