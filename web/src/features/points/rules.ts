// Points as pages know them, and what is typed to correct them.
import type { components } from "@/lib/api/schema";

type Schemas = components["schemas"];
export type Points = Schemas["PointsOut"];
export type PointEntry = Schemas["PointEntryOut"];
export type Correction = Schemas["PointCorrectionIn"];

const MOST = 100_000;

/** "20" or "-20", with either minus; null for what is none, zero too. */
export function pointsOf(typed: string): number | null {
  const plain = typed.trim().replace(/^\u2212/, "-");
  if (!/^[+-]?\d{1,6}$/.test(plain)) return null;
  const points = Number(plain);
  return points !== 0 && Math.abs(points) <= MOST ? points : null;
}
