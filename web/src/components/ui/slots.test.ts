import { describe, expect, it } from "vitest";
import { dayPart, gridMove } from "./slots";

// Rows of 3, 3 and 2 boxes.
const boxes = Array.from({ length: 8 }, (_, index) => ({
  left: (index % 3) * 100,
  top: Math.floor(index / 3) * 56,
  width: 90,
}));

describe("gridMove", () => {
  it("walks in reading order and stops at the ends", () => {
    expect(gridMove("ArrowRight", 2, boxes)).toBe(3);
    expect(gridMove("ArrowLeft", 0, boxes)).toBe(0);
    expect(gridMove("ArrowRight", 7, boxes)).toBe(7);
    expect(gridMove("ArrowLeft", 2, boxes, true)).toBe(3);
  });

  it("keeps the column going up and down, or the nearest there is", () => {
    expect(gridMove("ArrowDown", 1, boxes)).toBe(4);
    expect(gridMove("ArrowDown", 5, boxes)).toBe(7);
    expect(gridMove("ArrowUp", 7, boxes)).toBe(4);
    expect(gridMove("ArrowUp", 1, boxes)).toBe(1);
  });

  it("knows Home and End and leaves other keys alone", () => {
    expect(gridMove("Home", 5, boxes)).toBe(0);
    expect(gridMove("End", 5, boxes)).toBe(7);
    expect(gridMove("Tab", 5, boxes)).toBeNull();
    expect(gridMove(" ", 5, boxes)).toBeNull();
  });
});

describe("dayPart", () => {
  it("changes at noon and at five", () => {
    expect(["00:00", "11:59", "12:00", "16:59", "17:00", "23:45"].map(dayPart)).toEqual([
      "morning",
      "morning",
      "afternoon",
      "afternoon",
      "evening",
      "evening",
    ]);
  });
});
