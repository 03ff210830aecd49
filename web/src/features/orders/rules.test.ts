import { describe, expect, it } from "vitest";
import {
  cardsOf,
  googleCalendarUrl,
  outlookCalendarUrl,
  readFragment,
  type Visit,
  waysOf,
  writeFragment,
} from "./rules";

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

describe("visits of an order that repeat", () => {
  const visit = (id: string, more: object = {}) =>
    ({ id, subscription_id: "s", state: "confirmed", ends_at: `2026-12-${id}T11:00:00Z`, ...more }) as Visit;

  it("shows the next one by itself, and what was asked for", () => {
    const visits = [visit("04"), visit("11"), visit("18"), visit("25", { change_request: { id: "r" } })];
    expect(cardsOf(visits, "2026-12-05T09:00:00Z").map(({ id }) => id)).toEqual(["11", "25"]);
  });

  it("asks for what cannot be done at once", () => {
    expect(waysOf(visit("11", { can_move: true, can_cancel: true, can_ask: true }))).toEqual([
      "move",
      "cancel",
    ]);
    expect(waysOf(visit("11", { can_cancel: true, can_ask: true }))).toEqual(["ask-move", "cancel"]);
    expect(waysOf(visit("11"))).toEqual([]);
  });
});
