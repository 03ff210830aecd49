import { describe, expect, it } from "vitest";
import { counted } from "./what";

describe("what an order holds", () => {
  it("says each thing once, with how often", () => {
    expect(counted(["Garden care", "Garden care", "A booklet", "Garden care"])).toBe(
      "Garden care × 3, A booklet",
    );
    expect(counted([])).toBe("");
  });
});
