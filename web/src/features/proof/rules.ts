// Ways to say once more that it is you, and who asks for it: allauth by the flows it waits for, our API by a refusal.
import type { Flow } from "@/lib/api/allauth";
import type { Problem } from "@/lib/api/problem";

const WAYS = ["password", "code", "passkey"] as const;
export type Way = (typeof WAYS)[number];

/** Thrown where allauth wants it said before something dangerous. */
export class ProofNeeded extends Error {
  override readonly name = "ProofNeeded";
  constructor(readonly ways: Way[]) {
    super();
  }
}

/** Of allauth's next steps: empty when none of them asks who is there. */
export function waysOf(flows: Flow[]): Way[] {
  const types = flows.find(({ id }) => id === "mfa_reauthenticate")?.types ?? [];
  const has: Record<Way, boolean> = {
    password: flows.some(({ id }) => id === "reauthenticate"),
    code: types.includes("totp") || types.includes("recovery_codes"),
    passkey: types.includes("webauthn"),
  };
  return WAYS.filter((way) => has[way]);
}

/** Of a refusal of our own API; null when it is refused for another reason. */
export function waysAsked({ code, extra }: Problem): Way[] | null {
  if (code !== "proof_needed" || !Array.isArray(extra.ways)) return null;
  const given: unknown[] = extra.ways;
  return WAYS.filter((way) => given.includes(way));
}
