// Invitations as the pages know them.
import type { components } from "@/lib/api/schema";

export type Invitation = components["schemas"]["InvitationOut"];
export type Invited = components["schemas"]["InvitedOut"];
export type InviteIn = components["schemas"]["InviteIn"];
export type Joined = components["schemas"]["JoinedOut"];

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
