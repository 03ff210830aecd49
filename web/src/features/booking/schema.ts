// What the details must look like, checked when a field is left; the server has the last word.
import { looksLikeAddress } from "@/lib/email";
import type { Details } from "./rules";

export type DetailName = Exclude<keyof Details, "zone">;
export type DetailFault =
  | { kind: "missing" }
  | { kind: "wrong" }
  | { kind: "tooLong"; max: number; length: number };

/** The server's own limits. */
export const maxLengths: Record<DetailName, number> = {
  name: 200,
  email: 254,
  phone: 40,
  line1: 200,
  line2: 200,
  town: 200,
  access_notes: 2000,
  notes: 2000,
};

/** Nobody telephones about a download (`onlyGoods`). */
export function requiredDetails(needsAddress: boolean, onlyGoods = false): DetailName[] {
  if (onlyGoods) return ["name", "email"];
  return needsAddress ? ["name", "email", "phone", "line1", "town"] : ["name", "email", "phone"];
}

/** What is asked for, in its order. */
export function shownDetails(needsAddress: boolean, onlyGoods: boolean): DetailName[] {
  if (onlyGoods) return ["name", "email"];
  return needsAddress
    ? ["name", "email", "phone", "line1", "line2", "town", "access_notes", "notes"]
    : ["name", "email", "phone", "notes"];
}

/** What is wrong with one answer; null when nothing is. */
export function faultOf(name: DetailName, value: string, required: boolean): DetailFault | null {
  const text = value.trim();
  const length = [...text].length;
  if (text === "") return required ? { kind: "missing" } : null;
  if (length > maxLengths[name]) return { kind: "tooLong", max: maxLengths[name], length };
  if (name === "email" && !looksLikeAddress(text)) return { kind: "wrong" };
  if (name === "phone" && text.replace(/\D/g, "").length < 7) return { kind: "wrong" };
  return null;
}
