import { describe, expect, it } from "vitest";
import {
  brandVariables,
  contrast,
  correctAccent,
  darkSurfaces,
  letterInk,
  lightSurfaces,
  ownBrand,
  parseHex,
} from "./contrast";

describe("contrast", () => {
  it("agrees with the standard's own examples", () => {
    expect(contrast("#000", "#fff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it("knows what is no colour", () => {
    expect(parseHex("red")).toBeNull();
    expect(parseHex("#12")).toBeNull();
    expect(() => contrast("red", "#fff")).toThrow(RangeError);
  });
});

describe("correctAccent", () => {
  it("leaves a readable colour as it is", () => {
    expect(correctAccent("#1D6B57", lightSurfaces)?.accent).toBe("#1d6b57");
  });

  // A coarse walk through the whole colour cube: every wish must come out readable.
  const levels = ["00", "33", "66", "99", "cc", "ff"];
  const wishes = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => `#${r}${g}${b}`)));

  it.each([
    ["light", lightSurfaces],
    ["dark", darkSurfaces],
  ] as const)("reads on %s for every colour a business may wish", (_, surfaces) => {
    for (const wish of wishes) {
      const made = correctAccent(wish, surfaces);
      expect(made).not.toBeNull();
      if (!made) continue;
      expect(contrast(made.accent, surfaces.paper), wish).toBeGreaterThanOrEqual(4.5);
      expect(contrast(made.accent, surfaces.raised), wish).toBeGreaterThanOrEqual(4.5);
      expect(contrast(made.accent, made.soft), wish).toBeGreaterThanOrEqual(4.5);
      expect(contrast(made.accent, made.ink), wish).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("brandVariables", () => {
  it("gives both schemes, and nothing for nonsense", () => {
    expect(Object.keys(brandVariables("#d4a017"))).toHaveLength(6);
    expect(brandVariables("url(evil)")).toEqual({});
    expect(brandVariables(null)).toEqual({});
  });

  it("keeps a colour's hue when it makes it lighter", () => {
    const [red = 0, green = 0, blue = 0] =
      parseHex(correctAccent("#7a1f3d", darkSurfaces)?.accent ?? "") ?? [];
    expect(red).toBeGreaterThan(green + 40);
    expect(blue).toBeGreaterThan(green);
  });
});

describe("a part of a page in a colour of its own", () => {
  it("takes the house's colours for the house's accent and for nonsense", () => {
    expect(ownBrand("#1D6B57")["--brand-accent"]).toBe("#1d6b57");
    expect(ownBrand("red")).toEqual(ownBrand(null));
    expect(Object.keys(ownBrand("#d4a017"))).toHaveLength(6);
  });
});

describe("letterInk", () => {
  it("chooses as the server's letters do", () => {
    expect(letterInk("#1D6B57")).toBe("#ffffff");
    expect(letterInk("#FFD400")).toBe("#1f2430");
    expect(letterInk("#808080")).toBe("#000000");
  });
});
