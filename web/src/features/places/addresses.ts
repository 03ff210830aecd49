// An address being typed: when it is worth asking for suggestions, and what a chosen one fills in.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Suggestions = Schemas["AddressSuggestionsOut"];
export type Suggestion = Schemas["AddressSuggestionOut"];
export type AddressParts = Schemas["AddressPartsOut"];
export type Source = Suggestions["source"];

/** What a choice fills in; a part that is absent stays as it is. */
export type Filled = { line1: string; line2?: string; town?: string; postcode?: string };

export const LONGEST = 200;
const SHORTEST = 3;
/** The beginning of a postcode behind what else was typed: from "SW11", "N1 1" on. */
const POSTCODE_BEGUN = /(?:^|[\s,])[a-z]{1,2}\d(?:[a-z\d]\s*\d?|\s*\d[a-z]?|[a-z\d]?\s*\d[a-z]{1,2})$/i;
const NUMBER = /^(\d+[a-z]?(?:-\d+[a-z]?)?)[\s,]+(?=\p{L})/iu;
const FLAT = /^((?:flat|apartment|apt|unit|room|studio)\.?\s+[\w-]+)[\s,]*/i;

/** Whether somebody knows more than was typed: with a postcode that is settled (`near`) the directory does not. */
export function offers(source: Source | null, near: string): boolean {
  return source === "google_places" || (source === "directory" && near === "");
}

export function isWorthAsking(typed: string, source: Source, near: string): boolean {
  const text = typed.trim();
  if (text.length < SHORTEST || text.length > LONGEST || !offers(source, near)) return false;
  return source === "google_places" || POSTCODE_BEGUN.test(text);
}

/** The parts of a chosen address, with the house number and the flat that were typed where only the street is known. */
export function filledFrom(parts: AddressParts, typed: string): Filled {
  const text = typed.trim();
  const flat = FLAT.exec(text)?.[1] ?? "";
  const street = text.slice(FLAT.exec(text)?.[0].length ?? 0);
  const number = NUMBER.exec(street)?.[1] ?? "";
  const lacksNumber = parts.line1 !== "" && number !== "" && !/^\d/.test(parts.line1);
  const line1 = parts.line1 || withoutPostcode(text, parts.postcode);
  return {
    line1: lacksNumber ? `${number} ${line1}` : line1,
    line2: parts.line2 || (parts.line1 ? flat : ""),
    ...(parts.town && { town: parts.town }),
    ...(parts.postcode && { postcode: parts.postcode }),
  };
}

/** What was typed before a postcode, or before the beginning of it. */
function withoutPostcode(typed: string, postcode: string): string {
  const flat = postcode.replace(/\s/g, "").toLowerCase();
  for (let cut = 0; cut < typed.length; cut++) {
    const rest = typed.slice(cut).replace(/\s/g, "").toLowerCase();
    const begins = cut === 0 || /[\s,]/.test(typed[cut - 1] ?? "");
    if (begins && rest !== "" && flat.startsWith(rest)) return typed.slice(0, cut).replace(/[\s,]+$/, "");
  }
  return typed;
}
