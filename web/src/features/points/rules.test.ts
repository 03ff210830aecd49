import { expect, test } from "vitest";
import { pointsOf } from "./rules";

test.each([
  ["20", 20],
  [" +5 ", 5],
  ["-20", -20],
  ["\u221220", -20],
  ["100000", 100_000],
])("%j are %d points", (typed, points) => {
  expect(pointsOf(typed)).toBe(points);
});

test.each(["", "0", "-0", "1.5", "twenty", "100001", "1e3", "--1"])("%j are none", (typed) => {
  expect(pointsOf(typed)).toBeNull();
});
