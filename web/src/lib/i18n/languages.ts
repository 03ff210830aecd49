// The names of languages in the reader's own.
import { intlLocale } from "./intl";

/** "Ukrainian" from "uk"; a code nobody has a name for stays as it is. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(code) ?? code;
}

/** Ukrainian, French and Spanish write languages small; at the head of a line they want a capital all the same. */
export function capitalised(words: string, locale: string): string {
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** "English and Ukrainian"; as a choice "£110 or US$40". */
export function listOf(parts: readonly string[], locale: string, kind: "and" | "or" = "and"): string {
  const type = kind === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(intlLocale(locale), { type }).format(parts);
}
