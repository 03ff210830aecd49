import { describe, expect, it } from "vitest";
import { type Broken, breaksAnything, chosenOf, whyOf, wishOf } from "./rules";

const visit: Broken = {
  appointment_id: "a",
  revision: 3,
  starts_at: "2026-03-04T10:00:00Z",
  ends_at: "2026-03-04T11:00:00Z",
  zone: "Europe/London",
  staff_member_id: "sam",
  staff_name: "Sam",
  customer_name: "Nora",
  service: "Clean",
  codes: ["hours", "too_long"],
  move_to: "2026-03-04T12:00:00Z",
  give_to: { staff_member_id: "sid", name: "Sid", agreed: ["lead_time"] },
};

describe("what a change would break", () => {
  it("is something even when no name may be told", () => {
    const nothing = { broken: [], unnamed: 0, broken_already: 4, seen: "none" };
    expect(breaksAnything(nothing)).toBe(false);
    expect(breaksAnything({ ...nothing, unnamed: 1 })).toBe(true);
  });

  it("leaves what nobody chose a fix for", () => {
    const other = { ...visit, appointment_id: "b" };
    expect(chosenOf([visit, other], new Map([["b", "move" as const]]))).toEqual([other]);
    expect(wishOf(visit, undefined)).toBeNull();
    expect(wishOf(visit, "leave")).toBeNull();
  });

  it("moves with the same person, and gives with what has to be agreed to", () => {
    expect(wishOf(visit, "move")).toEqual({ starts_at: "2026-03-04T12:00:00Z", agreed: [] });
    expect(wishOf(visit, "give")).toEqual({
      starts_at: "2026-03-04T10:00:00Z",
      staff_member_id: "sid",
      agreed: ["lead_time"],
    });
    expect(wishOf({ ...visit, move_to: null, give_to: null }, "move")).toBeNull();
  });

  it("has words for every rule", () => {
    expect(whyOf(visit)).toBe("hours");
    expect(whyOf({ codes: ["time_off", "buffer"] })).toBe("time_off");
    expect(whyOf({ codes: ["limit"] })).toBe("other");
  });
});
