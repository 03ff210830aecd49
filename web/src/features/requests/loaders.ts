// Customers' requests about the visits one looks after, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import type { Business } from "@/features/business/loaders";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { ReasonRule, TeamRequest } from "./rules";

const MOST = 100;

/** What waits for an answer, or for the customer's word, the oldest first. */
export async function loadRequests(state: "open" | "proposed"): Promise<TeamRequest[]> {
  const api = await serverApi(await getLocale());
  const query = { state: [state], limit: MOST };
  return (await read(api.GET("/api/change-requests", { params: { query } }))).items;
}

/** How many wait for the reader's answer, up to a hundred. */
export async function countRequests(): Promise<number> {
  return (await loadRequests("open")).filter(({ can_answer }) => can_answer).length;
}

/** Who must give a reason, in each business. Administrators. */
export async function loadReasonRules(businesses: readonly Business[]): Promise<ReasonRule[]> {
  const api = await serverApi();
  return Promise.all(
    businesses.map(async ({ slug, name }) => {
      const path = { slug, group: "booking" };
      const { values, revision } = await read(
        api.GET("/api/businesses/{slug}/settings/{group}", { params: { path } }),
      );
      return { business: slug, name, values, revision };
    }),
  );
}
