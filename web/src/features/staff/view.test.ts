import { describe, expect, it } from "vitest";
import { pointAt, spotOf, stepped, viewOf, zoomed } from "./view";

const circle = { latitude: 51.46, longitude: -0.15, radius_m: 5_000 };

describe("the window on areas", () => {
  it("holds every circle with room around it", () => {
    const other = { latitude: 51.55, longitude: 0.05, radius_m: 2_000 };
    const view = viewOf([circle, other]);
    for (const each of [circle, other]) {
      const { x, y } = spotOf(view, each);
      const r = each.radius_m / (2 * view.half);
      expect(Math.min(x - r, y - r)).toBeGreaterThan(0);
      expect(Math.max(x + r, y + r)).toBeLessThan(1);
    }
  });

  it("shows London where there is nothing, and zooms within bounds", () => {
    expect(viewOf([])).toMatchObject({ latitude: 51.5, longitude: -0.12 });
    expect(zoomed(viewOf([]), 0.5).half).toBe(10_000);
    expect(zoomed(viewOf([]), 1e-9).half).toBe(1_000);
  });

  it("finds the point under a finger, and where a point is seen", () => {
    const view = viewOf([circle]);
    const spot = { x: 0.2, y: 0.7 };
    const seen = spotOf(view, pointAt(view, spot));
    expect(seen.x).toBeCloseTo(spot.x, 3);
    expect(seen.y).toBeCloseTo(spot.y, 3);
  });

  it("goes with the arrows and with nothing else", () => {
    const view = viewOf([circle]);
    expect(stepped(view, circle, "ArrowUp")?.latitude).toBeGreaterThan(circle.latitude);
    expect(stepped(view, circle, "ArrowLeft")?.longitude).toBeLessThan(circle.longitude);
    expect(stepped(view, circle, "Enter")).toBeNull();
  });
});
