// What a way in is, and what a browser calls itself.
import type { components } from "@/lib/api/schema";

export type Me = components["schemas"]["MeOut"];

/** Seconds since 1970, as allauth tells instants. */
type Seconds = number;

export type Codes = {
  type: "recovery_codes";
  total_code_count: number;
  unused_code_count: number;
  unused_codes?: string[];
};
export type Passkey = { type: "webauthn"; id: number; name: string; created_at: Seconds };
export type Factor = Codes | Passkey | { type: "totp"; created_at: Seconds };

export type SignIn = {
  id: number;
  user_agent: string;
  is_current: boolean;
  created_at: Seconds;
  last_seen_at?: Seconds;
};

/** A company's account that opens this one. */
export type Connection = { uid: string; display: string; provider: { id: string; name: string } };

export function instantOf(seconds: Seconds): string {
  return new Date(seconds * 1000).toISOString();
}

const BROWSERS = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;
const SYSTEMS = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/Linux/, "Linux"],
] as const;

/** Browser and system by what a browser calls itself; empty where it tells nothing we know. */
export function partsOf(agent: string): { browser: string; system: string } {
  const [browser = "", system = ""] = [BROWSERS, SYSTEMS].map(
    (list) => list.find(([sign]) => sign.test(agent))?.[1],
  );
  return { browser, system };
}

/** "Chrome, Windows" of what a browser calls itself. */
export function deviceOf(agent: string): string {
  return Object.values(partsOf(agent)).filter(Boolean).join(", ");
}

/** "ABCD EFGH ...": easier to type from the screen. */
export function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}
