import { expect, test } from "vitest";
import { auditQuery, isBackwards, plainField } from "./rules";

const state = (filters: Record<string, string>) => ({ filters, sort: "", after: "" });
const id = "01999999-0000-7000-8000-000000000001";

test("the address becomes a question; what cannot be asked is left out", () => {
  expect(auditQuery(state({}), "Europe/London")).toEqual({ zone: "Europe/London" });
  expect(
    auditQuery(state({ first_on: "2026-03-01", who: id, number: " VC-1 ", person_id: "x" }), "UTC"),
  ).toEqual({
    zone: "UTC",
    first_on: "2026-03-01",
    user_id: id,
    number: "VC-1",
  });
  expect(auditQuery(state({ who: "system" }), "UTC")).toEqual({ zone: "UTC", role: "system" });
  expect(auditQuery(state({ who: "king", first_on: "soon" }), "UTC")).toEqual({ zone: "UTC" });
});

test("days may stand the wrong way round", () => {
  expect(isBackwards({ zone: "UTC", first_on: "2026-03-02", last_on: "2026-03-01" })).toBe(true);
  expect(isBackwards({ zone: "UTC", first_on: "2026-03-01", last_on: "2026-03-01" })).toBe(false);
  expect(isBackwards({ zone: "UTC", last_on: "2026-03-01" })).toBe(false);
});

test("a field without words of its own is still read", () => {
  expect(plainField("old_staff_id")).toBe("old staff id");
});
