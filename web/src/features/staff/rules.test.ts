import { describe, expect, it } from "vitest";
import {
  clockOf,
  faultsOf,
  metresOf,
  minutesOf,
  mondayOnWeekdays,
  overMidnight,
  type Row,
  rowsOf,
  spansOf,
} from "./rules";

let key = 0;
const row = (from: string, until: string, more: Partial<Row> = {}): Row => {
  key += 1;
  return { key, weekday: 0, kind: "work", from, until, serviceId: null, ...more };
};

describe("times of a week", () => {
  it("reads and writes minutes, past midnight too", () => {
    expect(clockOf(570)).toBe("09:30");
    expect(clockOf(1560)).toBe("02:00");
    expect(minutesOf({ from: "09:30", until: "17:00" })).toEqual([570, 1020]);
    expect(minutesOf({ from: "22:00", until: "02:00" })).toEqual([1320, 1560]);
    expect(minutesOf({ from: "09:30", until: "" })).toBeNull();
  });

  it("calls it the next day only beyond midnight", () => {
    expect(overMidnight({ from: "18:00", until: "00:00" })).toBe(false);
    expect(overMidnight({ from: "22:00", until: "02:00" })).toBe(true);
  });

  it("gives back the spans it was given, those of single services too", () => {
    const spans = [
      { weekday: 0, start_minute: 540, end_minute: 1020, kind: "work", service_id: null },
      { weekday: 0, start_minute: 720, end_minute: 750, kind: "break", service_id: null },
      { weekday: 5, start_minute: 1320, end_minute: 1560, kind: "work", service_id: "s" },
    ] as const;
    expect(spansOf(rowsOf(spans))).toEqual(spans);
  });

  it("gives no spans while a time is missing", () => {
    expect(spansOf([row("09:00", "")])).toBeNull();
  });
});

describe("faultsOf", () => {
  it("lets touching spans and separate days be", () => {
    expect(
      faultsOf([row("09:00", "12:00"), row("12:00", "17:00"), row("09:00", "17:00", { weekday: 1 })]).size,
    ).toBe(0);
  });

  it("marks the later of two that overlap", () => {
    const [one, two] = [row("09:00", "12:30"), row("12:00", "17:00")];
    expect([...faultsOf([one, two])]).toEqual([[two.key, "overlap"]]);
  });

  it("wants a break within hours, those of the night before included", () => {
    const lost = row("18:00", "18:30", { kind: "break" });
    expect(faultsOf([row("09:00", "17:00"), lost]).get(lost.key)).toBe("breakOutside");
    const atNight = row("00:30", "01:00", { kind: "break", weekday: 0 });
    expect(faultsOf([row("22:00", "06:00", { weekday: 6 }), atNight]).size).toBe(0);
  });
});

describe("mondayOnWeekdays", () => {
  it("replaces Tuesday to Friday and keeps the weekend and single services", () => {
    const rows = [
      row("09:00", "17:00"),
      row("12:00", "12:30", { kind: "break" }),
      row("10:00", "11:00", { weekday: 2 }),
      row("10:00", "14:00", { weekday: 5 }),
      row("18:00", "20:00", { weekday: 3, serviceId: "s" }),
    ];
    let next = 1000;
    const copied = mondayOnWeekdays(rows, () => next++);
    expect(copied.filter((found) => found.weekday === 2).map((found) => found.from)).toEqual([
      "09:00",
      "12:00",
    ]);
    expect(copied.filter((found) => found.weekday === 5)).toHaveLength(1);
    expect(copied.filter((found) => found.serviceId === "s")).toHaveLength(1);
    expect(new Set(copied.map((found) => found.key)).size).toBe(copied.length);
  });
});

describe("metresOf", () => {
  it("takes a point or a comma, and nothing absurd", () => {
    expect(metresOf("2.5")).toBe(2500);
    expect(metresOf(" 2,5 ")).toBe(2500);
    for (const typed of ["", "0", "-3", "1000", "far"]) expect(metresOf(typed), typed).toBeNull();
  });
});
