// Invitations as the pages know them.
import type { components } from "@/lib/api/schema";

export type Invitation = components["schemas"]["InvitationOut"];
export type Invited = components["schemas"]["InvitedOut"];
export type InviteIn = components["schemas"]["InviteIn"];
export type Joined = components["schemas"]["JoinedOut"];

export const INVITATION_FILTERS = ["state", "role", "business"] as const;
export const STANDARD_SORT = "-sent";
/** The id of the heading above the list. */
export const LIST_HEADING = "invited";
export const STATES = ["open", "expired", "accepted", "withdrawn"] as const satisfies Invitation["state"][];
export const ROLES = ["staff", "manager"] as const satisfies Invitation["role"][];

/** The state an address asks for; what is none asks for all. */
export function statesOf(filter: string | undefined): Invitation["state"][] {
  return STATES.filter((state) => state === filter);
}

/** What they join as, as an address asks for it; empty is either. */
export function roleOf(filter: string | undefined): Invitation["role"] | "" {
  return ROLES.find((role) => role === filter) ?? "";
}

export const REASONS = ["used", "expired", "void"] as const;
export type Over = (typeof REASONS)[number];

/** Why a link opens nothing; one we do not know of is void. */
export function overOf(reason: unknown): Over {
  return REASONS.find((known) => known === reason) ?? "void";
}

/** Whether it can still be sent again or taken back. */
export function isWaiting({ state }: Pick<Invitation, "state">): boolean {
  return state === "open" || state === "expired";
}

export function sameMailbox(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
