import { describe, expect, it } from "vitest";
import { type Appointment, isBooked, liesAhead } from "./rules";

const visit = { state: "confirmed", endsAt: "2026-12-05T11:00:00Z" } as const;

describe("whether a visit lies ahead", () => {
  it("is so until it ends, and not afterwards, even where nobody has closed it", () => {
    expect(liesAhead(visit, "2026-12-05T10:59:00.000Z")).toBe(true);
    expect(liesAhead(visit, "2026-12-05T11:00:00.000Z")).toBe(false);
  });

  it("is not so for what was called off or closed early", () => {
    for (const state of ["cancelled", "completed", "no_show"] as const)
      expect(liesAhead({ ...visit, state }, "2026-12-01T00:00:00Z")).toBe(false);
  });
});

describe("what stands in a day's list", () => {
  it("is what was agreed: a request waits in its own list, and what was called off in none", () => {
    const booked = ["pending", "confirmed", "completed", "no_show", "cancelled"].filter((state) =>
      isBooked({ state } as Appointment),
    );
    expect(booked).toEqual(["confirmed", "completed", "no_show"]);
  });
});
