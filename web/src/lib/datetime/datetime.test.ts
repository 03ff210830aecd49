import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateIn, monthWeeks, weekdayIndex } from "./calendar";
import { formatDate, formatDateShort, formatDay, formatRange, formatTime, weekdayNames } from "./format";
import { cityOf, offsetMinutes, sameClock } from "./zone";

describe("formatRange", () => {
  it("says day once and both times, in the zone asked for and not in the reader's", () => {
    expect(formatRange("2026-06-09T09:00:00Z", "2026-06-09T11:00:00Z", "Europe/London", "en")).toBe(
      "Tue 9 June, 10:00–12:00",
    );
    expect(formatRange("2026-06-09T09:00:00Z", "2026-06-09T11:00:00Z", "Europe/Kyiv", "en")).toBe(
      "Tue 9 June, 12:00–14:00",
    );
  });

  it("names both days when it passes midnight", () => {
    expect(formatRange("2026-06-09T22:00:00Z", "2026-06-10T00:00:00Z", "Europe/London", "en")).toBe(
      "Tue 9 June, 23:00 – Wed 10 June, 01:00",
    );
  });

  it("keeps wall time through both nights the clocks change", () => {
    // 29 March 2026, London: 00:59 GMT is followed by 02:00 BST.
    expect(formatRange("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "Europe/London", "en")).toBe(
      "Sun 29 March, 00:30–02:30",
    );
    // 25 October 2026: 01:30 comes twice.
    expect(formatTime("2026-10-25T00:30:00Z", "Europe/London", "en")).toBe("01:30");
    expect(formatTime("2026-10-25T01:30:00Z", "Europe/London", "en")).toBe("01:30");
  });

  it("writes midnight as 00:00", () => {
    expect(formatTime("2026-01-05T00:00:00Z", "Europe/London", "en")).toBe("00:00");
  });
});

describe("formatDay", () => {
  it("follows each language", () => {
    const at = "2026-06-09T09:00:00Z";
    expect(formatDay(at, "UTC", "de")).toMatch(/^Di\.?, 9\. Juni$/);
    expect(formatDay(at, "UTC", "uk")).toMatch(/^вт, 9 червня$/);
    expect(formatDay(at, "UTC", "en", { weekday: "long", year: true })).toBe("Tuesday 9 June 2026");
  });

  it("never moves a bare date, wherever the reader is", () => {
    expect(formatDate("2026-01-01", "en")).toBe("Thu 1 January");
    expect(formatDateShort("2026-01-01", "en")).toBe("1 Jan 2026");
  });

  it("refuses what is no instant", () => {
    expect(() => formatDay("tomorrow", "UTC", "en")).toThrow(RangeError);
  });
});

describe("zones", () => {
  it("knows offsets with summer time and half hours", () => {
    expect(offsetMinutes("Europe/London", "2026-07-01T12:00:00Z")).toBe(60);
    expect(offsetMinutes("Europe/London", "2026-01-01T12:00:00Z")).toBe(0);
    expect(offsetMinutes("Asia/Kolkata", "2026-01-01T12:00:00Z")).toBe(330);
    expect(offsetMinutes("America/New_York", "2026-01-01T12:00:00Z")).toBe(-300);
  });

  it("finds London and Lisbon on one clock, London and New York not", () => {
    expect(sameClock("Europe/London", "Europe/Lisbon", "2026-07-01T12:00:00Z")).toBe(true);
    expect(sameClock("Europe/London", "America/New_York", "2026-07-01T12:00:00Z")).toBe(false);
  });

  it("names a zone by its city", () => {
    expect(cityOf("Europe/Kiev")).toBe("Kyiv");
    expect(cityOf("America/New_York")).toBe("New York");
  });
});

describe("calendar dates", () => {
  it("adds over month ends and leap days", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  });

  it("lays a month out in whole weeks from Monday", () => {
    const weeks = monthWeeks("2026-06-09");
    expect(weeks[0]?.[0]).toBe("2026-06-01");
    expect(weeks).toHaveLength(5);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  });

  it("starts the week on Monday", () => {
    expect(weekdayIndex("2026-06-08")).toBe(0);
    expect(weekdayNames("en")[0]).toBe("Mon");
  });

  it("reads the date off the zone's wall", () => {
    expect(dateIn("Pacific/Auckland", new Date("2026-06-09T20:00:00Z"))).toBe("2026-06-10");
  });
});
