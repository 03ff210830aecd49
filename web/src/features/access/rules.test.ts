import { describe, expect, it } from "vitest";
import { choosable, isCovered, isSame, opensNothing, type Reach, reachOf, toggled } from "./rules";

const nothing: Reach = {
  staff_ids: [],
  business_ids: [],
  location_ids: [],
  customer_business_ids: [],
  actions: [],
};
const row = (id: string, archived = false) => ({ id, name: id, business_id: "b", archived });

describe("a scope", () => {
  it("is the same in another order, and another with one more", () => {
    expect(isSame({ ...nothing, staff_ids: ["a", "b"] }, { ...nothing, staff_ids: ["b", "a"] })).toBe(true);
    expect(isSame(nothing, { ...nothing, actions: ["staff"] })).toBe(false);
  });

  it("opens nothing without people, or without anything to do", () => {
    expect(opensNothing({ ...nothing, actions: ["staff"] })).toBe(true);
    expect(opensNothing({ ...nothing, staff_ids: ["a"] })).toBe(true);
    expect(opensNothing({ ...nothing, staff_ids: ["a"], actions: ["staff"] })).toBe(false);
  });

  it("is copied from a template without the template's name", () => {
    expect(Object.keys(reachOf({ ...nothing, ...{ name: "Planner" } }))).not.toContain("name");
  });

  it("names somebody archived only while it names them already", () => {
    const rows = [row("a"), row("b", true), row("c", true)];
    expect(choosable(rows, ["c"]).map(({ id }) => id)).toEqual(["a", "c"]);
  });

  it("reaches everybody of a business in it", () => {
    expect(isCovered(row("a"), { ...nothing, business_ids: ["b"] })).toBe(true);
    expect(isCovered(row("a"), nothing)).toBe(false);
  });

  it("takes an item in, and out again", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});
