import { expect, test } from "vitest";
import { isWaiting, overOf, roleOf, sameMailbox, statesOf } from "./rules";

test("a link that opens nothing has a reason", () => {
  expect(overOf("expired")).toBe("expired");
  expect(overOf("something new")).toBe("void");
});

test("what waits can be sent again", () => {
  expect(isWaiting({ state: "expired" })).toBe(true);
  expect(isWaiting({ state: "accepted" })).toBe(false);
});

test("mailboxes are the same in any case", () => {
  expect(sameMailbox("Ivy@Example.com ", "ivy@example.com")).toBe(true);
});

test("an address that asks for what there is not asks for all", () => {
  expect([statesOf("expired"), statesOf("eaten"), statesOf(undefined)]).toEqual([["expired"], [], []]);
  expect([roleOf("manager"), roleOf("admin"), roleOf(undefined)]).toEqual(["manager", "", ""]);
});
