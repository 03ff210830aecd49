import { describe, expect, it } from "vitest";
import { draw } from "./map";

describe("draw", () => {
  it("draws nothing from nothing", () => {
    expect(draw([])).toBeNull();
  });

  it("keeps shape and scale: a degree of longitude is shorter than one of latitude", () => {
    const here = { name: "a", latitude: 51.5, longitude: -0.12, radius_m: 1000 };
    const drawing = draw([
      here,
      { ...here, name: "b", longitude: -0.02 },
      { ...here, name: "c", latitude: 51.6 },
    ]);
    const [a, b, c] = drawing?.circles ?? [];
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo(6925, -2);
    expect((a?.y ?? 0) - (c?.y ?? 0)).toBeCloseTo(11132, -2);
    expect(b?.y).toBe(a?.y);
  });

  it("leaves no circle outside the frame", () => {
    const drawing = draw([
      { name: "a", latitude: 51.5, longitude: -0.12, radius_m: 500 },
      { name: "b", latitude: 51.45, longitude: 0.1, radius_m: 9000 },
    ]);
    for (const { x, y, r } of drawing?.circles ?? []) {
      expect(x - r).toBeGreaterThanOrEqual(0);
      expect(y - r).toBeGreaterThanOrEqual(0);
      expect(x + r).toBeLessThanOrEqual(drawing?.width ?? 0);
      expect(y + r).toBeLessThanOrEqual(drawing?.height ?? 0);
    }
    expect(drawing?.scaleKm).toBe(5);
  });
});
