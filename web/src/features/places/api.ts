// Addresses as they are typed, in the browser: asked of our own server alone, and in the body, never in an address.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { AddressParts, Suggestions } from "./addresses";

export const suggestAddresses = (
  typed: { text: string; near: string; session: string },
  signal?: AbortSignal,
): Promise<Suggestions> =>
  read(api.POST("/api/addresses/suggestions", { body: typed, ...(signal && { signal }) }));

export const addressOf = (id: string, session: string): Promise<AddressParts> =>
  read(api.POST("/api/addresses/detail", { body: { id, session } }));
