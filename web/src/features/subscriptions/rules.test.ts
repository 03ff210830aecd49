import { describe, expect, it } from "vitest";
import { ahead, rhythmOf, type SubscriptionWhole, standingByDay } from "./rules";

const visit = (starts_at: string, is_ahead: boolean) => ({ starts_at, is_ahead });

describe("how often", () => {
  it("has a name for each rhythm that is offered, and none for others", () => {
    expect(rhythmOf({ frequency: "weekly", every: 2 })).toBe("fortnightly");
    expect(rhythmOf({ frequency: "monthly_by_date", every: 1 })).toBe("monthlyByDate");
    expect(rhythmOf({ frequency: "weekly", every: 3 })).toBeNull();
  });
});

describe("what is to come", () => {
  it("is in the order of its times, also where a date was moved past another", () => {
    const whole = {
      visits: [
        visit("2026-03-18T10:00:00Z", true),
        visit("2026-03-04T10:00:00Z", false),
        visit("2026-03-11T10:00:00Z", true),
      ],
    } as unknown as SubscriptionWhole;
    expect(ahead(whole).map(({ starts_at }) => starts_at.slice(0, 10))).toEqual(["2026-03-11", "2026-03-18"]);
  });
});

describe("the days of its visits", () => {
  it("are those of the clock it goes by, without what was called off", () => {
    const whole = {
      zone: "Europe/Kyiv",
      visits: [
        { starts_at: "2026-03-04T22:30:00Z", state: "confirmed" },
        { starts_at: "2026-03-05T08:00:00Z", state: "completed" },
        { starts_at: "2026-03-18T08:00:00Z", state: "cancelled" },
      ],
    } as unknown as SubscriptionWhole;
    expect([...standingByDay(whole)]).toEqual([["2026-03-05", 2]]);
  });
});
