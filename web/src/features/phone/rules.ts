// What an order by phone still needs, and where on the page that stands.
import { type Basket, type BasketLine, visitOf } from "../booking/rules";
import type { Details } from "./api";

/** Where "Book here" points: a person and an instant, nothing personal. */
export type Spot = { staffId: string; at: string };

export const detailNames = [
  "name",
  "phone",
  "email",
  "line1",
  "line2",
  "town",
  "access_notes",
  "notes",
] as const;
export type DetailName = (typeof detailNames)[number];
export type Typed = Record<DetailName, string>;

export function typedIn(basket: Basket | null): Typed {
  const details = basket?.details;
  const town = details?.town || basket?.place?.town || "";
  const found = detailNames.map((name) => [name, (name === "town" ? town : details?.[name]) ?? ""]);
  return Object.fromEntries(found) as Typed;
}

/** Only what differs is sent: an address that was chosen and not touched stays the customer's own. */
export function changed(typed: Typed, basket: Basket): Details {
  const names = detailNames.filter((name) => typed[name] !== basket.details[name]);
  return Object.fromEntries(names.map((name) => [name, typed[name]]));
}

/** What is still to be saved once this was: all that was typed, or typed anew, in the meantime. */
export function unsaved(draft: Partial<Typed>, sent: Partial<Typed>): Partial<Typed> {
  const names = detailNames.filter((name) => name in draft && draft[name] !== sent[name]);
  return Object.fromEntries(names.map((name) => [name, draft[name]]));
}

/** The first line of each visit: its time is that of the whole visit. */
export function firstsOf(basket: Basket): BasketLine[] {
  return basket.lines.filter((line) => visitOf(basket, line)[0] === line);
}

/** How many minutes the visit of a line takes. */
export function lengthOf(basket: Basket, line: BasketLine): number {
  return visitOf(basket, line).reduce((sum, each) => sum + each.duration_minutes, 0);
}

/** Whether its order waits to be paid: not where a gift card pays all of it. */
export const paysAhead = (basket: Basket): boolean => basket.payment_methods.includes("pay_ahead");

/** Whether a letter will reach whoever it is for: where something is mailed, an address is asked for. */
export const hasMail = (basket: Basket | null): boolean =>
  Boolean(basket?.mails_goods || basket?.caller?.email || basket?.details.email);

export const questionField = (line: string, question: string): string => `q-${line}-${question}`;
export const goodField = (good: string): string => `good-${good}`;
export const timeField = (line: string): string => `when-${line}`;

export type Missing =
  | {
      kind: "name" | "phone" | "line1" | "town" | "email" | "place" | "lines" | "good" | "other";
      field: string;
    }
  | { kind: "time" | "answer" | "repeat"; field: string; line: BasketLine };

/** One thing the server misses, with the field it stands at. */
export function missingOf(name: string, basket: Basket): Missing {
  const [head, id = "", part, question] = name.split(".");
  if (head === "details") {
    const kinds = ["name", "phone", "line1", "town", "email"] as const;
    const kind = kinds.find((each) => each === id);
    return { kind: kind ?? "other", field: id || "name" };
  }
  if (head === "goods") return { kind: "good", field: goodField(id) };
  const line = basket.lines.find((each) => each.id === id);
  if (head === "lines" && line) {
    if (part === "repeat") return { kind: "repeat", field: timeField(line.id), line };
    return question
      ? { kind: "answer", field: questionField(line.id, question), line }
      : { kind: "time", field: timeField(line.id), line };
  }
  if (head === "place") return { kind: "place", field: "postcode" };
  if (head === "lines") return { kind: "lines", field: "service" };
  return { kind: "other", field: "book" };
}
