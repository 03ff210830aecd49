import { describe, expect, it } from "vitest";
import { type Change, lengthOf, type Reason, type Start, sharedChange, spanText, stretchesOf } from "./rules";

const reason = (code: Reason["code"], more: Partial<Reason> = {}): Reason => ({
  code,
  words: "",
  starts_at: null,
  ends_at: null,
  until: null,
  reference: "",
  need: null,
  have: null,
  why: "",
  ...more,
});
const change = (words: string): Change => ({
  kind: "more_hours",
  words,
  seconds: 0,
  amount: 0,
  staff_member_id: null,
  starts_at: null,
  ends_at: null,
  before_seconds: 0,
  after_seconds: 0,
  steps: [],
});
const start = (hour: string, reasons: Reason[] = [], words = "open"): Start => ({
  starts_at: `2026-06-09T${hour}:00Z`,
  is_open: reasons.length === 0,
  reasons,
  smallest_change: reasons.length === 0 ? null : change(words),
});

describe("stretchesOf", () => {
  it("joins neighbours with the same reasons and keeps others apart", () => {
    const found = stretchesOf([
      start("06:00", [reason("hours")]),
      start("06:30", [reason("hours")]),
      start("07:00"),
      start("07:30"),
      start("08:00", [reason("busy", { starts_at: "2026-06-09T08:00:00Z" })]),
      start("08:30", [reason("busy", { starts_at: "2026-06-09T09:00:00Z" })]),
      start("09:00", [reason("hours")]),
    ]);
    expect(found.map(({ free, starts }) => [free, starts.length])).toEqual([
      [false, 2],
      [true, 2],
      [false, 1],
      [false, 1],
      [false, 1],
    ]);
  });

  it("counts a shorter gap to the same visit as the same reason", () => {
    const near = (have: number) => reason("buffer", { starts_at: "2026-06-09T08:00:00Z", need: 1800, have });
    expect(stretchesOf([start("06:00", [near(900)]), start("06:15", [near(0)])])).toHaveLength(1);
  });
});

describe("sharedChange", () => {
  it("is told once when it opens all of them, and not when each needs its own", () => {
    expect(sharedChange([start("06:00", [reason("break")]), start("06:30", [reason("break")])])?.words).toBe(
      "open",
    );
    expect(
      sharedChange([start("06:00", [reason("hours")], "a"), start("06:30", [reason("hours")], "b")]),
    ).toBeNull();
  });
});

describe("spanText", () => {
  it("names the day only where it is another one", () => {
    const say = (from: string, until: string | null) =>
      spanText(from, until, "Europe/London", "en", "2026-06-09");
    expect(say("2026-06-09T11:00:00Z", "2026-06-09T11:30:00Z")).toBe("12:00–12:30");
    expect(say("2026-06-08T08:00:00Z", "2026-06-08T16:00:00Z")).toBe("Mon 8 June, 09:00–17:00");
    expect(say("2026-06-09T21:00:00Z", "2026-06-10T01:00:00Z")).toBe("22:00–Wed 10 June, 02:00");
    expect(say("2026-06-09T17:00:00Z", "2026-06-09T23:00:00Z")).toBe("18:00–00:00");
  });
});

describe("lengthOf", () => {
  it("rounds up, so that nobody is told a length that is not enough", () => {
    expect(lengthOf(5400)).toEqual({ hours: 1, minutes: 30 });
    expect(lengthOf(61)).toEqual({ hours: 0, minutes: 2 });
  });
});
