// The window through which areas are seen while they are changed: it stays still under the finger, and zooms.
export type Circle = { latitude: number; longitude: number; radius_m: number };

export type Point = { latitude: number; longitude: number };
/** What is seen: a square around a middle, `half` metres to each side. */
export type View = Point & { half: number };
type Spot = { x: number; y: number };

const METRES_PER_DEGREE = 111_320;
const LONDON: View = { latitude: 51.5, longitude: -0.12, half: 20_000 };
const ROOM = 1.5;
const LEAST_HALF = 1_000;
const MOST_HALF = 400_000;

const eastOf = (latitude: number) => METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);

/** Everything there is, with room around it to go to; London where there is nothing yet. */
export function viewOf(circles: readonly Circle[]): View {
  if (circles.length === 0) return LONDON;
  const latitudes = circles.map(({ latitude }) => latitude);
  const longitudes = circles.map(({ longitude }) => longitude);
  const middle = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  const reach = circles.map(
    (circle) =>
      circle.radius_m +
      Math.max(
        Math.abs(circle.latitude - middle.latitude) * METRES_PER_DEGREE,
        Math.abs(circle.longitude - middle.longitude) * eastOf(middle.latitude),
      ),
  );
  return { ...middle, half: Math.max(...reach, LEAST_HALF) * ROOM };
}

/** Closer below 1, further above. */
export function zoomed(view: View, factor: number): View {
  return { ...view, half: Math.min(MOST_HALF, Math.max(LEAST_HALF, view.half * factor)) };
}

/** Where a point is seen, as shares of the square: 0 is its left or upper edge, 1 the other. */
export function spotOf(view: View, { latitude, longitude }: Point): Spot {
  return {
    x: 0.5 + ((longitude - view.longitude) * eastOf(view.latitude)) / (2 * view.half),
    y: 0.5 - ((latitude - view.latitude) * METRES_PER_DEGREE) / (2 * view.half),
  };
}

/** The point under a spot of the square, to about a metre. */
export function pointAt(view: View, { x, y }: Spot): Point {
  return {
    latitude: rounded(view.latitude + ((0.5 - y) * 2 * view.half) / METRES_PER_DEGREE),
    longitude: rounded(view.longitude + ((x - 0.5) * 2 * view.half) / eastOf(view.latitude)),
  };
}

/** A step of an arrow key: a fortieth of what is seen. */
export function stepped(view: View, from: Point, key: string): Point | null {
  const step: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const way = step[key];
  if (!way) return null;
  const { x, y } = spotOf(view, from);
  return pointAt(view, { x: x + way[0] / 40, y: y + way[1] / 40 });
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
