import { describe, expect, it } from "vitest";
import { changedAnswers, fieldNames, hashOf, inOneLine, textIn, withTag } from "./rules";

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

describe("fields", () => {
  it("are sent where they are others now, and emptied with null", () => {
    const before = { pets: true, kinds: ["dog"], code: "47", rooms: 3 };
    expect(changedAnswers(before, before)).toEqual({});
    expect(
      changedAnswers(before, { ...before, code: "", kinds: [], rooms: undefined, met: "At school" }),
    ).toEqual({
      code: null,
      kinds: null,
      rooms: null,
      met: "At school",
    });
    expect(changedAnswers({}, { code: "", kinds: [] })).toEqual({});
    expect(changedAnswers({ pets: true }, { pets: false })).toEqual({ pets: false });
  });
  it("are named in the history while they are there", () => {
    const question = { id: "a", label: "Any pets?" };
    const record = { fields: [{ questions: [question] }] } as unknown as Parameters<typeof fieldNames>[0];
    expect(fieldNames(record, ["a", "gone"])).toEqual(["Any pets?"]);
  });
});
