import { describe, expect, it } from "vitest";
import { METRES_PER_MILE, projection, scaleMiles } from "./rules";

const battersea = { latitude: 51.47, longitude: -0.16, radius_m: 4000 };
const ealing = { latitude: 51.51, longitude: -0.3, radius_m: 6000 };

describe("the coverage map", () => {
  it("holds every circle", () => {
    const map = projection([battersea, ealing], 600);
    if (!map) throw new Error("nothing projected");
    for (const circle of [battersea, ealing]) {
      const { x, y } = map.project(circle);
      const radius = circle.radius_m * map.scale;
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(600);
      expect(y - radius).toBeGreaterThanOrEqual(0);
      expect(y + radius).toBeLessThanOrEqual(map.height);
    }
  });

  it("has north on top and east on the right", () => {
    const map = projection([battersea, ealing], 600);
    if (!map) throw new Error("nothing projected");
    expect(map.project(ealing).y).toBeLessThan(map.project(battersea).y);
    expect(map.project(ealing).x).toBeLessThan(map.project(battersea).x);
  });

  it("keeps distances: a degree of latitude is 111 km", () => {
    const map = projection([battersea], 600);
    if (!map) throw new Error("nothing projected");
    const north = map.project({ ...battersea, latitude: 51.48 });
    expect(map.project(battersea).y - north.y).toBeCloseTo(1113.2 * map.scale, 0);
  });

  it("is null when nobody travels", () => expect(projection([], 600)).toBeNull());

  it("takes a round number of miles for its scale", () => {
    expect(scaleMiles(600 / (20 * METRES_PER_MILE), 600)).toBe(5);
    expect(scaleMiles(600 / (3 * METRES_PER_MILE), 600)).toBe(1);
  });
});
