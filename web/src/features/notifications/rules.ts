// What a message that failed is called on a page; a kind or a cause these words do not know is told as the server names it.
const kinds = ["booked", "requested", "changed", "cancelled", "declined", "reminder", "handed_over"] as const;
const people = ["customer", "staff"] as const;

export type Kind = (typeof kinds)[number] | "other";
export type Recipient = (typeof people)[number] | "other";

export function kindOf(template: string): Kind {
  return kinds.find((kind) => kind === template) ?? "other";
}

export function recipientOf(recipient: string): Recipient {
  return people.find((person) => person === recipient) ?? "other";
}

/** SMTP's codes from 500 on are final: the mailbox itself said no (RFC 5321, 4.2.1). */
export function isRefused(failure: string): boolean {
  return /^SMTP 5\d\d$/.test(failure);
}
