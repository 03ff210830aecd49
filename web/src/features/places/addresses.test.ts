import { describe, expect, it } from "vitest";
import { filledFrom, isWorthAsking, offers } from "./addresses";

const parts = { line1: "10 Downing Street", line2: "", town: "London", postcode: "SW1A 2AA" };
const street = { ...parts, line1: "Downing Street" };
const postcodeAlone = { ...parts, line1: "" };

describe("what a chosen address fills in", () => {
  it("is what is known of it", () => expect(filledFrom(parts, "10 Down")).toEqual({ ...parts }));

  it("leaves out what is not known, and never the two lines", () =>
    expect(filledFrom({ line1: "Mill Lane", line2: "", town: "", postcode: "" }, "mill")).toEqual({
      line1: "Mill Lane",
      line2: "",
    }));

  it.each([
    ["10 Down", "10 Downing Street", ""],
    ["10a Down", "10a Downing Street", ""],
    ["10-12, Down", "10-12 Downing Street", ""],
    ["Flat 3, 10 Down", "10 Downing Street", "Flat 3"],
    ["Down", "Downing Street", ""],
    ["10", "Downing Street", ""],
  ])("keeps number and flat of %s where a street alone is known", (typed, line1, line2) =>
    expect(filledFrom(street, typed)).toMatchObject({ line1, line2 }),
  );

  it("does not double a number or a flat", () => {
    expect(filledFrom(parts, "10 Down").line1).toBe("10 Downing Street");
    expect(filledFrom({ ...parts, line2: "Flat 3" }, "flat 3 10 Down").line2).toBe("Flat 3");
  });

  it.each([
    ["10 Downing Street, SW1A 2", "10 Downing Street"],
    ["10 Downing Street sw1a2aa", "10 Downing Street"],
    ["SW1A 2AA", ""],
    ["sw1a", ""],
    ["10 Downing Street", "10 Downing Street"],
  ])("keeps the street of %s where a postcode alone is known", (typed, line1) =>
    expect(filledFrom(postcodeAlone, typed)).toMatchObject({ line1, postcode: "SW1A 2AA" }),
  );
});

describe("when it is worth asking", () => {
  it("is from three letters on, where streets are known", () => {
    expect(isWorthAsking("10", "google_places", "")).toBe(false);
    expect(isWorthAsking("10 ", "google_places", "")).toBe(false);
    expect(isWorthAsking("10 D", "google_places", "SW1A 2AA")).toBe(true);
    expect(isWorthAsking("x".repeat(201), "google_places", "")).toBe(false);
  });

  it.each([
    "SW11",
    "sw11 1",
    "N1 1",
    "12 Lavender Hill, SW11",
    "12 Lavender Hill sw11 1aa",
    "W1A 1A",
    "sw111aa",
  ])("is for %s, where postcodes alone are known", (typed) =>
    expect(isWorthAsking(typed, "directory", "")).toBe(true),
  );

  it.each(["12 Lavender Hill", "Flat B2", "10 Downing Street 7", "SW11 lane"])(
    "is not for %s there",
    (typed) => expect(isWorthAsking(typed, "directory", "")).toBe(false),
  );

  it("is never where the postcode is settled and nothing else is known", () => {
    expect(isWorthAsking("SW11 1", "directory", "SW11 1AA")).toBe(false);
    expect(offers("directory", "SW11 1AA")).toBe(false);
    expect(offers("directory", "")).toBe(true);
    expect(offers("google_places", "SW11 1AA")).toBe(true);
    expect(offers(null, "")).toBe(false);
  });
});
