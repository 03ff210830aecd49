// Messages, for server components: what became of the team's, and one's own. The only file here that names endpoints.
import "server-only";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import { serverApi } from "@/lib/api/server";
import type { Choices, OwnPage } from "./own";

export type Delivery = components["schemas"]["DeliveryOut"];

const SHOWN = 20;

/** The newest messages that could not be sent, and whether there are older ones. */
export async function loadFailedDeliveries(): Promise<{ deliveries: Delivery[]; isCut: boolean }> {
  const api = await serverApi();
  const query = { state: "failed", limit: SHOWN };
  const { items, next_cursor } = await read(api.GET("/api/deliveries", { params: { query } }));
  return { deliveries: items, isCut: Boolean(next_cursor) };
}

/** One's own messages, the newest first. */
export async function loadMessages(after: string, limit: number): Promise<OwnPage> {
  const api = await serverApi();
  const found = await read(api.GET("/api/me/messages", { params: { query: { cursor: after, limit } } }));
  return { messages: found.items, next: found.next_cursor ?? null };
}

/** What one wants where. */
export async function loadChoices(): Promise<Choices> {
  const api = await serverApi();
  return read(api.GET("/api/me/message-choices"));
}
