import { expect, test } from "vitest";
import { kindOf, standardSort, statesOf } from "./rules";

test("an address that says nothing asks for what waits, all for every state", () => {
  expect(statesOf(undefined)).toEqual(["open"]);
  expect(statesOf("declined")).toEqual(["declined"]);
  expect(statesOf("all")).toEqual([]);
});

test("what is no kind is any kind", () => {
  expect(kindOf("cancel")).toBe("cancel");
  expect(kindOf("sell")).toBe("");
  expect(kindOf(undefined)).toBe("");
});

test("who has waited longest comes first, of the rest the latest", () => {
  expect(standardSort(undefined)).toBe("asked");
  expect(standardSort("done")).toBe("-asked");
});
