// One's own messages in the browser. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Choices, Muted, OwnPage } from "./own";

export const fetchMessages = async (after: string, limit: number): Promise<OwnPage> => {
  const found = await read(api.GET("/api/me/messages", { params: { query: { cursor: after, limit } } }));
  return { messages: found.items, next: found.next_cursor ?? null };
};

export const fetchUnread = async (): Promise<number> =>
  (await read(api.GET("/api/me/messages/unread"))).count;

/** Marks these as read, null: all; tells how many are left. It reaches the server also when the page is left meanwhile. */
export const markRead = async (ids: string[] | null): Promise<number> =>
  (await read(api.POST("/api/me/messages/read", { body: { ids }, keepalive: true }))).count;

export const fetchChoices = (): Promise<Choices> => read(api.GET("/api/me/message-choices"));

/** Takes the place of all that was said before. */
export const saveChoices = (muted: Muted[]): Promise<Choices> =>
  read(api.PUT("/api/me/message-choices", { body: { muted } }));

/** The number that texts go to. Refused with a word on the field `phone` when it is none. */
export const savePhone = async (phone: string): Promise<string> =>
  (await read(api.PATCH("/api/me", { body: { phone } }))).phone;

type NewDevice = { endpoint: string; keys: { p256dh: string; auth: string }; name: string };

export const addDevice = (body: NewDevice) => read(api.POST("/api/me/devices", { body }));

/** Nothing of one's own is shown there any more: on a device of the list, or in the browser of an endpoint. */
export const forgetDevice = (which: { id: string } | { endpoint: string }) =>
  read(api.POST("/api/me/devices/forget", { body: { endpoint: "", ...which } }));

/** The page that the short link of a text stands for. */
export const readShortLink = async (word: string, signal: AbortSignal): Promise<string> =>
  (await read(api.POST("/api/short-links", { body: { word }, signal }))).link;
