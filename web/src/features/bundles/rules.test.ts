import { describe, expect, it } from "vitest";
import { type Bundle, basisPointsOf, bundleHref, savedBy } from "./rules";

describe("bundles", () => {
  it("reads percentages as they are typed", () => {
    expect(["10", " 7,5 ", "0", "100", "12.34"].map(basisPointsOf)).toEqual([1000, 750, 0, 10_000, 1234]);
    expect(["", "-1", "101", "ten", "1.234"].map(basisPointsOf)).toEqual([null, null, null, null, null]);
  });
  it("says what is saved, and where it is booked", () => {
    expect(savedBy({ single_amount: 6000, from_amount: 5400 } as Bundle)).toBe(600);
    expect(bundleHref({ business: "valclean", slug: "move-out" })).toBe(
      "/booking/?business=valclean&bundle=move-out",
    );
  });
});
