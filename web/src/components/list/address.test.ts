import { expect, test } from "vitest";
import { listQuery, nextSort, readList, sortedBy } from "./address";

const state = { filters: { state: "placed" }, sort: "-total", after: "abc" };

test("an address is read for the filters a list knows, and written back", () => {
  expect(readList({ state: "placed", sort: "-total", after: "abc", other: "x" }, ["state", "tag"])).toEqual(
    state,
  );
  expect(readList({ state: ["placed", "x"], sort: undefined }, ["state"])).toEqual({
    filters: { state: "placed" },
    sort: "",
    after: "",
  });
  expect(listQuery(state)).toEqual({ state: "placed", sort: "-total", after: "abc" });
});

test("another filter or order begins at the first page; another page keeps both", () => {
  expect(listQuery(state, { filters: { state: "" } })).toEqual({ sort: "-total" });
  expect(listQuery(state, { sort: "total" })).toEqual({ state: "placed", sort: "total" });
  expect(listQuery(state, { after: "def" })).toEqual({ state: "placed", sort: "-total", after: "def" });
  expect(listQuery(state, { after: "" })).toEqual({ state: "placed", sort: "-total" });
});

test("a column's head sorts by it and then the other way round", () => {
  expect(nextSort("", "total", "-placed")).toBe("total");
  expect(nextSort("total", "total", "-placed")).toBe("-total");
  expect(nextSort("-total", "total", "-placed")).toBe("total");
  expect(nextSort("", "placed", "-placed")).toBe("placed");
  expect(sortedBy("", "placed", "-placed")).toBe("descending");
  expect(sortedBy("total", "total", "-placed")).toBe("ascending");
  expect(sortedBy("total", "placed", "-placed")).toBe("none");
  expect(sortedBy("total", undefined, "-placed")).toBeUndefined();
});
