// The waiting list for the browser. The only file here that names its endpoints; keys of letters go in bodies.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Instant } from "@/lib/datetime/format";
import type { WaitingEntry } from "./rules";

type Schemas = components["schemas"];
/** Whose entry: the one a letter's key opens, or one of the signed-in customer's by its id. */
export type Whose = { key: string } | { id: string };

export async function joinWaitingList(body: Schemas["JoinIn"]): Promise<void> {
  await read(api.POST("/api/waiting-list", { body }));
}

export const linkedEntry = (key: string): Promise<WaitingEntry> =>
  read(api.POST("/api/waiting-list/linked/read", { body: { key } }));

export const takeOffer = (whose: Whose): Promise<Schemas["WaitingTakenOut"]> =>
  "key" in whose
    ? read(api.POST("/api/waiting-list/linked/take", { body: whose }))
    : read(api.POST("/api/my/waiting-list/{entry_id}/take", about(whose.id)));

export async function declineOffer(whose: Whose): Promise<void> {
  if ("key" in whose) await read(api.POST("/api/waiting-list/linked/decline", { body: whose }));
  else await read(api.POST("/api/my/waiting-list/{entry_id}/decline", about(whose.id)));
}

export async function leaveWaitingList(whose: Whose): Promise<void> {
  if ("key" in whose) await read(api.POST("/api/waiting-list/linked/leave", { body: whose }));
  else await read(api.POST("/api/my/waiting-list/{entry_id}/leave", about(whose.id)));
}

/** Keeps a free time for somebody who waits, whoever's turn it is, and tells them. */
export async function offerTime(
  id: string,
  body: { starts_at: Instant; staff_id: string | null },
): Promise<void> {
  await read(api.POST("/api/waiting-entries/{entry_id}/offer", { ...about(id), body }));
}

export async function removeEntry(id: string): Promise<void> {
  await read(api.DELETE("/api/waiting-entries/{entry_id}", about(id)));
}

const about = (entry_id: string) => ({ params: { path: { entry_id } } });
