// Circles on the globe as circles on a small drawing: metres east and north of their common middle.

export type Circle = { name: string; latitude: number; longitude: number; radius_m: number };
export type Drawn = { name: string; x: number; y: number; r: number };
export type Drawing = { circles: Drawn[]; width: number; height: number; scaleKm: number };

const METRES_PER_DEGREE = 111_320;
const MARGIN = 1.08;

/** In metres with y to the south, as SVG counts; areas are small enough that the earth may be flat (0.3 % at 60 km). */
export function draw(circles: readonly Circle[]): Drawing | null {
  if (circles.length === 0) return null;
  const middle = circles.reduce((sum, circle) => sum + circle.latitude, 0) / circles.length;
  const perDegree = METRES_PER_DEGREE * Math.cos((middle * Math.PI) / 180);
  const flat = circles.map(({ name, latitude, longitude, radius_m }) => ({
    name,
    x: longitude * perDegree,
    y: -latitude * METRES_PER_DEGREE,
    r: radius_m,
  }));
  const west = Math.min(...flat.map(({ x, r }) => x - r));
  const east = Math.max(...flat.map(({ x, r }) => x + r));
  const north = Math.min(...flat.map(({ y, r }) => y - r));
  const south = Math.max(...flat.map(({ y, r }) => y + r));
  const [width, height] = [(east - west) * MARGIN, (south - north) * MARGIN];
  const [left, top] = [(west + east - width) / 2, (north + south - height) / 2];
  return {
    width: Math.round(width),
    height: Math.round(height),
    circles: flat.map(({ name, x, y, r }) => ({ name, x: Math.round(x - left), y: Math.round(y - top), r })),
    scaleKm: roundKm(width / 4_000),
  };
}

/** The nearest of 1, 2, 5, 10, 20, ... not above; at least 1. */
function roundKm(km: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(km, 1)));
  return ([5, 2, 1].find((step) => step * power <= km) ?? 1) * power;
}
