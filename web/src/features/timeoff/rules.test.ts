import { expect, test } from "vitest";
import { statesOf } from "./rules";

test("an address that says nothing asks for what waits, all for every state", () => {
  expect(statesOf(undefined)).toEqual(["requested"]);
  expect(statesOf("refused")).toEqual(["refused"]);
  expect(statesOf("all")).toEqual([]);
});
