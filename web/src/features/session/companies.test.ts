import { describe, expect, it } from "vitest";
import { companiesIn, companyOf, connectFaultOf, faultOf } from "./companies";

describe("companies", () => {
  it("are those we know, whatever stands in an address", () => {
    expect(companyOf("google")).toEqual({ id: "google", name: "Google" });
    for (const odd of ["facebook", "toString", "__proto__", ""]) expect(companyOf(odd)).toBeNull();
  });

  it("are offered in our order, and only with keys", () => {
    const config = (...ids: string[]) => ({
      data: { socialaccount: { providers: ids.map((id) => ({ id })) } },
    });
    expect(companiesIn(config("apple", "google")).map(({ name }) => name)).toEqual(["Google", "Apple"]);
    expect(companiesIn(config("facebook"))).toEqual([]);
    for (const nothing of [null, {}, { data: {} }, config()]) expect(companiesIn(nothing)).toEqual([]);
  });
});

it("has words for every code that comes back", () => {
  expect([null, undefined, ""].map(faultOf)).toEqual([null, null, null]);
  expect(faultOf("cancelled")).toBe("cancelled");
  expect(faultOf("permission_denied")).toBe("refused");
  expect(connectFaultOf("connected_other")).toBe("connected_other");
  expect(connectFaultOf("expired")).toBe("refused");
  expect(connectFaultOf(null)).toBeNull();
});
