// Companies to sign in with: which there can be, and what may have gone wrong on the way back from one.

export type Company = { id: string; name: string };

/** The names are the companies' own, in every language. */
const names: Record<string, string> = { google: "Google", microsoft: "Microsoft", apple: "Apple" };

/** The company in an address of ours; null for any other word. */
export function companyOf(id: string): Company | null {
  const name = Object.hasOwn(names, id) ? names[id] : undefined;
  return name === undefined ? null : { id, name };
}

const faults = ["cancelled", "expired", "unreachable", "no_email", "refused"] as const;
export type CompanyFault = (typeof faults)[number];

/** From the code in the address to a text of ours; null without one. What we have no words for was refused. */
export function faultOf(code: string | null | undefined): CompanyFault | null {
  if (!code) return null;
  return faults.find((known) => known === code) ?? "refused";
}

const connecting = ["cancelled", "connected_other", "reauthentication_required", "unreachable"] as const;
export type ConnectFault = (typeof connecting)[number] | "refused";

/** The same, for connecting one on the security page. */
export function connectFaultOf(code: string | null | undefined): ConnectFault | null {
  if (!code) return null;
  return connecting.find((known) => known === code) ?? "refused";
}

/** The companies in allauth's configuration that we know, in its order of keys or ours. */
export function companiesIn(config: unknown): Company[] {
  const found = (config as { data?: { socialaccount?: { providers?: { id?: unknown }[] } } } | null)?.data
    ?.socialaccount?.providers;
  const ids = Array.isArray(found) ? found.map(({ id }) => id) : [];
  return Object.keys(names)
    .filter((id) => ids.includes(id))
    .flatMap((id) => companyOf(id) ?? []);
}
