// What a customer's record is to the pages, and small sums about it.
import type { Answer, Answers } from "@/features/catalog/questions";
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type CustomerRow = Schemas["CustomerRowOut"];
export type Customer = Schemas["CustomerOut"];
export type Contact = Required<Schemas["ContactIn"]>;
export type Address = Schemas["CustomerAddressOut"];
export type AddressIn = Schemas["CustomerAddressIn"];
export type MergePreview = Schemas["MergePreviewOut"];
export type Merge = Schemas["MergeOut"];
export type MyDetails = Schemas["MyDetailsOut"];
export type MyPreferences = Schemas["MyPreferencesOut"];
export type Filled = Schemas["FilledOut"];
export type AnswersIn = Schemas["FieldAnswersIn"]["answers"];
export type Area = "ad" | "man";

export const CUSTOMER_FILTERS = ["tag", "archived"] as const;
export const STANDARD_SORT = "name";

/** What a search asks for; the text is personal and stands behind the # of the address at most. */
export type Wanted = { text: string; tag: string; archived: boolean; sort: string; cursor: string };

export type Page = { customers: CustomerRow[]; next: string | null };

/** The text behind the #, as it was typed. */
export function textIn(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, "")).get("q") ?? "";
}

export function hashOf(text: string): string {
  return text ? `#${new URLSearchParams({ q: text })}` : "";
}

export const emptyContact: Contact = {
  name: "",
  email: "",
  phone: "",
  language: "en",
  zone: "Europe/London",
};

export function contactOf({ name, email, phone, language, zone }: Customer): Contact {
  return { name, email, phone, language, zone };
}

export const emptyAddress: AddressIn = { line1: "", line2: "", town: "", postcode: "", access_notes: null };

/** An address as it is edited; who may not read how to get in leaves it as it is. */
export function addressDraft({ line1, line2, town, postcode, access_notes }: Address): AddressIn {
  return { line1, line2, town, postcode, access_notes };
}

/** "14 Lavender Gardens, London, SW11 1DN". */
export function inOneLine({ line1, line2, town, postcode }: Address): string {
  return [line1, line2, town, postcode].filter(Boolean).join(", ");
}

/** The tags with one more word, or without one; a word is there once however it is written. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const word = tag.trim();
  return word && !tags.some((each) => each.toLowerCase() === word.toLowerCase())
    ? [...tags, word]
    : [...tags];
}

const HISTORY = [
  "recorded",
  "changed",
  "archived",
  "restored",
  "address_added",
  "address_changed",
  "address_archived",
  "note_written",
  "note_removed",
  "tags_changed",
  "fields_answered",
  "merged",
  "merge_undone",
] as const;
export type HistoryKind = (typeof HISTORY)[number];

/** The newest merge into this record that stands. */
export function mergeThatStands({ history, id }: Customer): Merge | null {
  const found = history.find(({ merge }) => merge && !merge.undone_at && merge.kept.id === id);
  return found?.merge ?? null;
}

/** What is sent of a form: the answers that are others now; null empties a field. */
export function changedAnswers(before: Filled["answers"], now: Answers): AnswersIn {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const plain = (answer: Answer | undefined) =>
    answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0) ? null : answer;
  return Object.fromEntries(
    Object.keys(now)
      .filter((key) => !same(plain(now[key]), before[key] ?? null))
      .map((key) => [key, plain(now[key])]),
  );
}

/** The names of the fields that a line of the history is about; of those that are not there any more, nothing. */
export function fieldNames({ fields }: Pick<Customer, "fields">, ids: readonly string[]): string[] {
  const questions = fields.flatMap((filled) => filled.questions);
  return ids.flatMap((id) => questions.find((question) => question.id === id)?.label ?? []);
}
