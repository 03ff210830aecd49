// The sums behind the coverage map: circles on the ground become circles in a picture.
import type { components } from "@/lib/api/schema";

type Feature = components["schemas"]["CircleFeature"];
/** GeoJSON circles; the client widens the pair of coordinates to a list. */
export type CoverageAreas = {
  features: (Pick<Feature, "properties"> & { geometry: { coordinates: number[] } })[];
};
export type GroundPoint = { latitude: number; longitude: number };
export type Circle = GroundPoint & { radius_m: number };

const METRES_PER_DEGREE = 111_320; // of latitude, and of longitude at the equator
export const METRES_PER_MILE = 1609.344;

export function circlesOf(areas: CoverageAreas): Circle[] {
  return areas.features.map((feature) => ({
    longitude: Number(feature.geometry.coordinates[0]),
    latitude: Number(feature.geometry.coordinates[1]),
    radius_m: feature.properties.radius_m,
  }));
}

export type Projection = {
  width: number;
  height: number;
  /** Picture units per metre. */
  scale: number;
  project: (point: GroundPoint) => { x: number; y: number };
};

/** Fits the circles, with a margin, into `width` picture units; right to a metre or so at the size of a city.
 * Null when there is nothing to draw. */
export function projection(circles: readonly Circle[], width: number, margin = 0.04): Projection | null {
  if (circles.length === 0) return null;
  const middle = circles.reduce((sum, circle) => sum + circle.latitude, 0) / circles.length;
  const east = METRES_PER_DEGREE * Math.cos((middle * Math.PI) / 180);
  const left = Math.min(...circles.map((c) => c.longitude * east - c.radius_m));
  const right = Math.max(...circles.map((c) => c.longitude * east + c.radius_m));
  const bottom = Math.min(...circles.map((c) => c.latitude * METRES_PER_DEGREE - c.radius_m));
  const top = Math.max(...circles.map((c) => c.latitude * METRES_PER_DEGREE + c.radius_m));
  const gap = (right - left) * margin;
  const scale = width / (right - left + 2 * gap);
  return {
    width,
    height: Math.round((top - bottom + 2 * gap) * scale),
    scale,
    project: ({ latitude, longitude }) => ({
      x: Math.round((longitude * east - left + gap) * scale * 10) / 10,
      y: Math.round((top + gap - latitude * METRES_PER_DEGREE) * scale * 10) / 10,
    }),
  };
}

/** A round number of miles that is about a fifth of the picture. */
export function scaleMiles(scale: number, width: number): number {
  const wanted = width / 5 / scale / METRES_PER_MILE;
  return [1, 2, 5, 10, 20, 50, 100].find((miles) => miles >= wanted) ?? 200;
}
