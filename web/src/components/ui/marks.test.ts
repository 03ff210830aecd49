import { describe, expect, it } from "vitest";
import { announcement, clockText } from "./marks";

describe("announcement", () => {
  it("speaks at each mark once", () => {
    expect(announcement(301, 300)).toBe(5);
    expect(announcement(300, 299)).toBeNull();
    expect(announcement(61, 60)).toBe(1);
    expect(announcement(1, 0)).toBe(0);
  });

  it("says only the latest after a sleep", () => {
    expect(announcement(400, 90)).toBe(2);
    expect(announcement(400, 0)).toBe(0);
  });
});

it("writes minutes and two digits of seconds", () => {
  expect([0, 5, 60, 245, 600].map(clockText)).toEqual(["0:00", "0:05", "1:00", "4:05", "10:00"]);
});
