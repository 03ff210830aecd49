// The days of the form, and what an entry says of them.
import { describe, expect, it } from "vitest";
import { firstWindow, secondsLeft, weekdayWords, windowFault, windowWords } from "./rules";

const TODAY = "2026-06-08";

describe("the days the form begins with", () => {
  it("are the day that was looked at, or a fortnight", () => {
    expect(firstWindow("2026-06-20", TODAY)).toEqual({ first: "2026-06-20", last: "2026-06-20" });
    expect(firstWindow(null, TODAY)).toEqual({ first: TODAY, last: "2026-06-22" });
  });
});

describe("what is wrong with the days", () => {
  it.each([
    ["", "2026-06-09", "noFirst"],
    ["2026-06-09", "", "noLast"],
    ["2026-06-01", "2026-06-07", "past"],
    ["2026-06-12", "2026-06-11", "backwards"],
    ["2026-06-10", "2026-08-11", "tooLong"],
    ["2026-06-10", "2026-08-10", undefined],
    ["2026-06-01", "2026-06-08", undefined],
  ])("%s to %s: %s", (first, last, kind) => {
    expect(windowFault({ first, last }, TODAY)?.kind).toBe(kind);
  });
});

describe("an entry in words", () => {
  it("names one day once and two days both", () => {
    expect(windowWords({ first_on: "2026-06-09", last_on: "2026-06-09" }, "en")).toBe("Tue 9 June");
    expect(windowWords({ first_on: "2026-06-09", last_on: "2026-06-12" }, "en")).toBe(
      "Tue 9 June – Fri 12 June",
    );
  });
  it("names weekdays from Monday on, and nothing for any", () => {
    expect(weekdayWords([0, 2], "en")).toBe("Mon, Wed");
    expect(weekdayWords([], "en")).toBe("");
  });
  it("counts what is left down to nothing", () => {
    const offer = { expires_at: "2026-06-09T10:00:00Z" };
    expect(secondsLeft(offer, Date.parse("2026-06-09T09:58:30Z"))).toBe(90);
    expect(secondsLeft(offer, Date.parse("2026-06-09T10:00:30Z"))).toBe(0);
  });
});
