// A staff member's record as it is edited: what is typed, what is wrong with it, and what of it can be chosen.

import type { components } from "@/lib/api/schema";
import { locales } from "@/lib/i18n/routing";

export type StaffRecord = components["schemas"]["StaffRecordOut"];
export type StaffIn = components["schemas"]["StaffIn"];
export type Around = components["schemas"]["AroundOut"];
export type Place = components["schemas"]["PlaceOut"];
export type Known = components["schemas"]["ExpertiseOut"];
export type Texts = Record<string, string>;

export const STAFF_FILTERS = ["state", "business", "text"] as const;
export const STANDARD_SORT = "name";
export const STATES = ["active", "archived", "all"] as const;
export type StaffState = (typeof STATES)[number];

/** Languages often spoken with customers here; whatever somebody speaks already stands beside them. */
const SPOKEN = ["en", "uk", "es", "fr", "de", "pl", "ro", "pt", "it", "tr", "ar", "hi", "ur", "zh"];

export function isState(word: string): word is StaffState {
  return STATES.some((state) => state === word);
}

/** What the form begins with. */
export function draftOf(record: StaffRecord): Required<StaffIn> {
  const { name, title, biography, zone, location_id, is_bookable, languages, expertise, is_featured } =
    record;
  return { name, title, biography, zone, location_id, is_bookable, languages, expertise, is_featured };
}

/** The languages a text is asked for in: those of the interface, and any it stands in already. */
export function textLanguages(text: Texts): string[] {
  return [...new Set([...locales, ...Object.keys(text)])];
}

export function choosableLanguages(spoken: readonly string[]): string[] {
  return [...new Set([...SPOKEN, ...spoken])];
}

export function toggled(items: readonly string[], item: string): string[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

/** "languages.0" is about the field "languages". */
export function fieldOf(path: string): string {
  return path.split(".")[0] ?? path;
}

export function stateOf(record: StaffRecord): "archived" | "bookable" | "hidden" {
  if (record.archived_at) return "archived";
  return record.is_bookable ? "bookable" : "hidden";
}
