// What the audit log is asked for, read from the address of its page.
import type { ListState } from "@/components/list/address";
import type { components } from "@/lib/api/schema";

export type AuditEvent = components["schemas"]["AuditOut"];
export type Fact = components["schemas"]["EventFactOut"];
export type Change = components["schemas"]["EventChangeOut"];
export type Person = components["schemas"]["AuditPersonOut"];
export type Choices = components["schemas"]["AuditChoicesOut"];

export const AUDIT_FILTERS = [
  "first_on",
  "last_on",
  "who",
  "kind",
  "number",
  "person_id",
  "business",
] as const;

/** The order that nobody chose: newest first. */
export const STANDARD_SORT = "-when";
/** Roles that act without being one of the team's accounts. */
export const ROLES = ["customer", "guest", "stranger", "system"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type AuditQuery = {
  first_on?: string;
  last_on?: string;
  zone: string;
  user_id?: string;
  role?: (typeof ROLES)[number];
  kind?: string;
  number?: string;
  person_id?: string;
  business?: string;
};

function isRole(word: string): word is (typeof ROLES)[number] {
  return ROLES.some((role) => role === word);
}

/** The question to the API. What somebody typed into the address that cannot be asked is left out. */
export function auditQuery({ filters }: ListState, zone: string): AuditQuery {
  const { first_on = "", last_on = "", who = "", kind, number, person_id = "", business } = filters;
  return {
    zone,
    ...(DAY.test(first_on) && { first_on }),
    ...(DAY.test(last_on) && { last_on }),
    ...(ID.test(who) && { user_id: who }),
    ...(isRole(who) && { role: who }),
    ...(kind && { kind }),
    ...(number && { number: number.trim().slice(0, 40) }),
    ...(ID.test(person_id) && { person_id }),
    ...(business && { business }),
  };
}

/** Whether the days stand the wrong way round, so that nothing can lie between them. */
export function isBackwards({ first_on, last_on }: AuditQuery): boolean {
  return first_on !== undefined && last_on !== undefined && last_on < first_on;
}

/** "starts_at" as words, for a field that has no words of its own yet. */
export function plainField(field: string): string {
  return field.replaceAll("_", " ");
}

/** Where the words for a kind of event are, if it has any: the server may know kinds that this page does not yet. */
export function eventKey(name: string) {
  return `event.${name}` as "event.sales.order_placed";
}

/** The same for a field of an event. */
export function fieldKey(field: string) {
  return `fieldName.${field}` as "fieldName.what";
}
