import { describe, expect, it } from "vitest";
import {
  isPassState,
  movementNamed,
  type Package,
  type PassUse,
  readPassFragment,
  standingOf,
  worthOf,
} from "./rules";

describe("a package", () => {
  const three = { price_amount: 10_000, single_amount: 12_000, visits: 3 } as Package;
  it("says what a visit costs in it and what is saved", () =>
    expect(worthOf(three)).toEqual({ each: 3333, saved: 2000 }));
  it("saves nothing where single visits cost less", () =>
    expect(worthOf({ ...three, single_amount: 9_000 }).saved).toBe(0));
});

describe("what somebody has", () => {
  it("is opened by what stands behind the #", () => {
    expect(readPassFragment("#abc")).toBe("abc");
    expect(readPassFragment("")).toBeNull();
  });
  it("names movements it knows, and others as they are", () => {
    expect(movementNamed("earn")).toBe("earn");
    expect(movementNamed("exchange")).toBe("other");
  });
  it("filters by states that there are", () => {
    expect(isPassState("used_up")).toBe(true);
    expect(isPassState("gone")).toBe(false);
  });
  it.each([
    [{ given_back: true, state: "cancelled" }, "back"],
    [{ given_back: false, state: "cancelled" }, "cancelled"],
    [{ given_back: false, state: "completed" }, "done"],
    [{ given_back: false, state: "no_show" }, "missed"],
    [{ given_back: false, state: "confirmed" }, "booked"],
  ])("says how a visit stands", (use, words) => expect(standingOf(use as PassUse)).toBe(words));
});
