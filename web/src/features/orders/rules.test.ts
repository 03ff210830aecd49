import { describe, expect, it } from "vitest";
import { googleCalendarUrl, outlookCalendarUrl, readFragment, writeFragment } from "./rules";

const entry = {
  title: "Regular clean & ironing",
  details: "VAL-1",
  startsAt: "2026-06-09T09:00:00Z",
  endsAt: "2026-06-09T11:00:00+00:00",
};

describe("calendar links", () => {
  it("name the instants in UTC, so that no zone can shift them", () => {
    const google = new URL(googleCalendarUrl(entry));
    expect(google.searchParams.get("dates")).toBe("20260609T090000Z/20260609T110000Z");
    expect(google.searchParams.get("text")).toBe("Regular clean & ironing");
    expect(new URL(outlookCalendarUrl(entry)).searchParams.get("startdt")).toBe("2026-06-09T09:00:00.000Z");
  });
});

describe("the fragment that opens an order", () => {
  it("is read as it was written", () => {
    expect(readFragment(`#${writeFragment("tok:en")}`)).toEqual({
      token: "tok:en",
      view: "order",
      appointment: "",
    });
    expect(readFragment(`#${writeFragment("t", "move", "a1")}`)).toEqual({
      token: "t",
      view: "move",
      appointment: "a1",
    });
  });

  it("opens the order when its end makes no sense, and nothing without a link", () => {
    expect(readFragment("#t/dance/a1")?.view).toBe("order");
    expect(readFragment("#t/cancel")?.view).toBe("order");
    expect(readFragment("")).toBeNull();
    expect(readFragment("#")).toBeNull();
  });
});
