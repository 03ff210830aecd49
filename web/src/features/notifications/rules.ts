// What a message that failed is called on a page; a cause these words do not know is told as the server names it.
import type { AreaName } from "@/features/session/rules";
import type { Delivery } from "./loaders";

const templates = [
  "booked",
  "requested",
  "changed",
  "cancelled",
  "declined",
  "reminder",
  "handed_over",
] as const;
const people = ["customer", "staff", "account"] as const;
const channels = ["email", "sms", "push"] as const;

export type Named = (typeof templates)[number] | "team" | "account";
/** A word for the very message, or for its kind where the page has none for it. */
export type What = { named: Named } | { kind: Exclude<Delivery["kind"], "team" | null> };
export type Recipient = (typeof people)[number] | "other";
export type Channel = (typeof channels)[number] | "other";
export type Cause = "refused" | "stopped" | "failed";

export function whatOf({ template, kind }: Pick<Delivery, "template" | "kind">): What {
  const known = templates.find((each) => each === template);
  if (known) return { named: known };
  if (kind === null) return { named: "account" };
  return kind === "team" ? { named: "team" } : { kind };
}

export function recipientOf(recipient: string): Recipient {
  return people.find((person) => person === recipient) ?? "other";
}

export function channelOf(channel: string): Channel {
  return channels.find((known) => known === channel) ?? "other";
}

/** Why. SMTP's codes from 500 on are final: the mailbox itself said no (RFC 5321, 4.2.1), as companies that carry e-mail tell
 * later. Twilio's 21610: the person has answered STOP to a text of ours. */
export function causeOf(failure: string): Cause {
  if (/^(SMTP 5\d\d|bounced|blocked|dropped|suppressed)$/.test(failure)) return "refused";
  return failure === "Twilio 21610" ? "stopped" : "failed";
}

/** Whose words a page of messages speaks. */
export type Reader = "customer" | "staff" | "manager";

export function readerIn(area: AreaName): Reader {
  if (area === "cus") return "customer";
  return area === "st" ? "staff" : "manager";
}
