// A business's holidays, for server components.
import "server-only";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { IsoDate } from "@/lib/datetime/format";
import type { Holiday, Proposals } from "./rules";

export async function loadHolidays(slug: string, first_on: IsoDate): Promise<Holiday[]> {
  const api = await serverApi();
  const params = { path: { slug }, query: { first_on } };
  return read(api.GET("/api/businesses/{slug}/holidays", { params }));
}

/** The bank holidays that the business does not keep yet. */
export async function loadProposals(slug: string, first_on: IsoDate): Promise<Proposals> {
  const api = await serverApi();
  const params = { path: { slug }, query: { first_on } };
  return read(api.GET("/api/businesses/{slug}/holiday-proposals", { params }));
}
