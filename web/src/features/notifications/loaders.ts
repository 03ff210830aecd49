// What became of the messages, for server components. The only file here that names an endpoint.
import "server-only";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import { serverApi } from "@/lib/api/server";

export type Delivery = components["schemas"]["DeliveryOut"];

/** How far back a failure is looked for: a message older than this many others has been noticed or no longer matters. */
export const LOOKED_AT = 200;

/** The messages among the latest that could not be sent, the newest first. */
export async function loadFailedDeliveries(): Promise<Delivery[]> {
  const api = await serverApi();
  const { items } = await read(api.GET("/api/deliveries", { params: { query: { limit: LOOKED_AT } } }));
  return items.filter(({ state }) => state === "failed");
}
