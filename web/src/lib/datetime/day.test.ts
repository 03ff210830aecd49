import { describe, expect, it } from "vitest";
import { atWall, dayAround, startOfDate } from "./day";

describe("startOfDate", () => {
  it("is midnight on the wall, in winter and in summer", () => {
    expect(startOfDate("2026-01-10", "Europe/London")).toBe("2026-01-10T00:00:00.000Z");
    expect(startOfDate("2026-06-10", "Europe/London")).toBe("2026-06-09T23:00:00.000Z");
    expect(startOfDate("2026-06-10", "America/New_York")).toBe("2026-06-10T04:00:00.000Z");
    expect(startOfDate("2026-06-10", "Pacific/Auckland")).toBe("2026-06-09T12:00:00.000Z");
  });

  it("is right on the days the clocks change", () => {
    expect(startOfDate("2026-03-29", "Europe/London")).toBe("2026-03-29T00:00:00.000Z");
    expect(startOfDate("2026-03-30", "Europe/London")).toBe("2026-03-29T23:00:00.000Z");
    expect(startOfDate("2026-10-25", "Europe/London")).toBe("2026-10-24T23:00:00.000Z");
    expect(startOfDate("2026-10-26", "Europe/London")).toBe("2026-10-26T00:00:00.000Z");
  });

  it("is the first instant of the date where midnight itself is skipped", () => {
    // Beirut, 29 March 2026: 23:59 is followed by 01:00.
    expect(startOfDate("2026-03-29", "Asia/Beirut")).toBe("2026-03-28T22:00:00.000Z");
  });
});

describe("dayAround", () => {
  it("goes by the zone's date, not by the reader's", () => {
    const at = new Date("2026-06-10T23:30:00Z");
    expect(dayAround(at, "Europe/London")).toEqual({
      date: "2026-06-11",
      from: "2026-06-10T23:00:00.000Z",
      before: "2026-06-11T23:00:00.000Z",
    });
    expect(dayAround(at, "UTC").date).toBe("2026-06-10");
  });
});

describe("atWall", () => {
  it("reads a clock on the wall", () => {
    expect(atWall("2026-06-09", "10:30", "Europe/London")).toBe("2026-06-09T09:30:00.000Z");
    expect(atWall("2026-01-09", "10:30", "America/New_York")).toBe("2026-01-09T15:30:00.000Z");
  });

  it("takes the first of two, and a skipped time with the offset before the gap", () => {
    expect(atWall("2026-10-25", "01:30", "Europe/London")).toBe("2026-10-25T00:30:00.000Z");
    expect(atWall("2026-03-29", "01:30", "Europe/London")).toBe("2026-03-29T01:30:00.000Z");
    expect(atWall("2026-03-29", "03:00", "Europe/London")).toBe("2026-03-29T02:00:00.000Z");
  });
});
