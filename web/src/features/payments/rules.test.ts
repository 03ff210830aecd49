import { describe, expect, it } from "vitest";
import { declineNamed, methodNamed, minorUnits, stateNamed, toldOf } from "./rules";

describe("what is typed as an amount", () => {
  it.each([
    ["12.50", 1250],
    ["12,5", 1250],
    [" 7 ", 700],
    ["0.01", 1],
    ["", null],
    ["-3", null],
    ["1.234", null],
    ["£5", null],
  ])("%j is %j", (typed, expected) => expect(minorUnits(typed)).toBe(expected));
});

describe("words the server may bring", () => {
  it("fall back on others where this page does not know them", () => {
    expect([methodNamed("card"), methodNamed("gold")]).toEqual(["card", "other"]);
    expect([stateNamed("open"), stateNamed("lent")]).toEqual(["open", "other"]);
    expect([declineNamed("expired_card"), declineNamed("moon")]).toEqual(["expired_card", "other"]);
  });
});

it("tells of money that came or is on its way alone", () => {
  const payment = (state: string) => ({ state }) as Parameters<typeof toldOf>[0][number];
  expect(
    toldOf(["due", "open", "pending", "captured", "failed"].map(payment)).map((each) => each.state),
  ).toEqual(["pending", "captured"]);
});
