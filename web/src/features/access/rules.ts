// A scope as it is put together: what is in it, whether it differs from what is saved, and what it can name.
import type { components } from "@/lib/api/schema";

export type Manager = components["schemas"]["ManagerOut"];
export type ManagerScope = components["schemas"]["ManagerScopeOut"];
export type Template = components["schemas"]["ScopeTemplateOut"];
export type Choices = components["schemas"]["ScopeChoicesOut"];
export type Named = components["schemas"]["NamedOut"];
export type Seen = components["schemas"]["ScopePreviewOut"];
export type ScopeAction = components["schemas"]["ScopeAction"];

/** The lists of a scope that name rows. */
export const PARTS = ["business_ids", "location_ids", "staff_ids", "customer_business_ids"] as const;
export type Part = (typeof PARTS)[number];
export type Reach = Record<Part, string[]> & { actions: ScopeAction[] };

export const ACTIONS: readonly ScopeAction[] = ["appointments", "customers", "staff", "reports", "refunds"];

/** What a scope or a template reaches, without whose it is. */
export function reachOf(found: Reach): Reach {
  const { staff_ids, business_ids, location_ids, customer_business_ids, actions } = found;
  return { staff_ids, business_ids, location_ids, customer_business_ids, actions };
}

export function toggled<Item>(items: readonly Item[], item: Item): Item[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

/** Whether two scopes say the same, in whatever order. */
export function isSame(one: Reach, other: Reach): boolean {
  const keys = [...PARTS, "actions"] as const;
  return keys.every((key) => [...one[key]].sort().join() === [...other[key]].sort().join());
}

/** Reaches people but may do nothing there, or may do things with nobody: either way it opens nothing. */
export function opensNothing(reach: Reach): boolean {
  return reach.actions.length === 0 || PARTS.every((part) => reach[part].length === 0);
}

/** Those who can still be chosen: archived ones only where the scope names them already. */
export function choosable(rows: readonly Named[], chosen: readonly string[]): Named[] {
  return rows.filter(({ id, archived }) => !archived || chosen.includes(id));
}

/** Whether somebody is in the scope already, through the business they work for. */
export function isCovered(row: Named, reach: Reach): boolean {
  return reach.business_ids.includes(row.business_id);
}
