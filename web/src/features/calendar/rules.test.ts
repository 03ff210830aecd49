import { describe, expect, it } from "vitest";
import {
  addressOf,
  colourOf,
  hoursOf,
  initialsOf,
  laneOf,
  lookFrom,
  minutesInto,
  rangeOf,
  type Staff,
  sharedZone,
  snapped,
  tracksOf,
} from "./rules";

const person = (id: string, zone = "Europe/London") => ({ id, zone }) as Staff;
const usual = { view: "day", date: "2026-06-09" } as const;

describe("the look in the address", () => {
  it("comes back as it went in", () => {
    const look = { view: "week", date: "2026-06-10", staff: ["a", "b"], business: "valclean" } as const;
    const address = addressOf({ ...look, staff: [...look.staff] });
    expect(address).toBe("?view=week&date=2026-06-10&staff=a,b&business=valclean");
    expect(lookFrom(new URLSearchParams(address), usual)).toEqual(look);
  });

  it("is the usual one where somebody typed nonsense", () => {
    const look = lookFrom(new URLSearchParams("?view=year&date=2026-13-40"), usual);
    expect(look).toEqual({ ...usual, staff: [], business: "" });
  });

  it("covers whole weeks", () => {
    expect(rangeOf({ view: "week", date: "2026-06-10" })).toEqual({
      first: "2026-06-08",
      last: "2026-06-14",
    });
    expect(rangeOf({ view: "month", date: "2026-06-10" })).toEqual({
      first: "2026-06-01",
      last: "2026-07-05",
    });
  });
});

describe("lanes", () => {
  it("have 23 and 25 hours on the nights the clocks change", () => {
    const hours = (date: string) => hoursOf(laneOf(person("a"), date, "Europe/London")).length;
    expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-06-09")]).toEqual([23, 25, 24]);
  });

  it("snap to quarters of an hour and stay within the day", () => {
    const lane = laneOf(person("a"), "2026-06-09", "Europe/London");
    expect(snapped(lane, 10 * 60 + 8)).toBe("2026-06-09T09:15:00.000Z");
    expect(snapped(lane, -60)).toBe("2026-06-08T23:00:00.000Z");
    expect(minutesInto(lane, "2026-06-09T09:15:00Z")).toBe(615);
    expect(minutesInto(lane, "2026-06-10T09:15:00Z")).toBe(1440);
  });

  it("follow the clock of most people", () => {
    const staff = [person("a", "Europe/Kyiv"), person("b"), person("c")];
    expect(sharedZone(staff, "UTC")).toBe("Europe/London");
    expect(sharedZone([], "UTC")).toBe("UTC");
  });
});

describe("tracksOf", () => {
  const at = (start: number, end: number) => ({
    starts_at: new Date(start * 3_600_000).toISOString(),
    ends_at: new Date(end * 3_600_000).toISOString(),
  });

  it("puts what overlaps side by side, and what touches below each other", () => {
    const found = tracksOf([at(9, 11), at(10, 12), at(11, 12), at(12, 13)]);
    expect(found.map(({ track, tracks }) => [track, tracks])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });
});

describe("people", () => {
  it("have one of eight colours, and another mark after eight", () => {
    const staff = Array.from({ length: 20 }, (_, n) => person(`p${n}`));
    expect(colourOf(staff, "p0")).toEqual({ colour: 1, mark: 0 });
    expect(colourOf(staff, "p9")).toEqual({ colour: 2, mark: 1 });
    expect(initialsOf("olena  shevchenko")).toBe("OS");
  });
});
