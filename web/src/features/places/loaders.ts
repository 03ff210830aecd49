// Where a business comes, for server components.
import "server-only";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { CoverageAreas } from "./rules";

/** The circles its people travel in; null when they cannot be had: the map is a help and never stops a page. */
export async function loadCoverage(locale: string, business: string): Promise<CoverageAreas | null> {
  const api = await serverApi(locale);
  try {
    return await read(api.GET("/api/areas", { params: { query: { business } } }));
  } catch {
    return null;
  }
}
