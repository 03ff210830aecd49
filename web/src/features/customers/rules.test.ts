import { describe, expect, it } from "vitest";
import { hashOf, inOneLine, textIn, withTag } from "./rules";

describe("the text of a search", () => {
  it("is read behind the # as it was written there", () => {
    for (const text of ["Zoë & Co", "+44 7700", "a@b.example", "100%"])
      expect(textIn(hashOf(text))).toBe(text);
    expect(hashOf("")).toBe("");
    expect(textIn("")).toBe("");
  });
});

describe("tags", () => {
  it("are there once however they are written", () => {
    expect(withTag(["VIP"], " vip ")).toEqual(["VIP"]);
    expect(withTag(["VIP"], "Dog")).toEqual(["VIP", "Dog"]);
    expect(withTag(["VIP"], " ")).toEqual(["VIP"]);
  });
});

it("an address is one line without gaps", () => {
  const address = { id: "1", line1: "1 Mews", line2: "", town: "London", postcode: "SW11 1AA" };
  expect(
    inOneLine({ ...address, is_usual: true, has_access_notes: false, access_notes: null, revision: 1 }),
  ).toBe("1 Mews, London, SW11 1AA");
});
