// Every endpoint of gift cards in the browser. A card's code goes in a body, its link in a header, and neither in an address.
import { api, idempotent } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { BoughtCard, CardBalance, CardPage, GivenCard, HeldCard } from "./rules";

type Schemas = components["schemas"];

export const putGift = (gift: Schemas["GiftIn"]): Promise<unknown> =>
  read(api.POST("/api/basket/goods", { body: { gift } }));

export const cardBalance = (code: string): Promise<CardBalance> =>
  read(api.POST("/api/gift-card-balance", { body: { code } }));

/** The card that a letter's link shows, with its code. */
export const heldCard = (token: string, signal?: AbortSignal): Promise<HeldCard> =>
  read(
    api.GET("/api/linked-gift-card", {
      headers: { "X-Gift-Card-Token": token },
      ...(signal && { signal }),
    }),
  );

/** Cards that were bought: by the reader's account, and by the link of an order where there is one. */
export const boughtCards = (token?: string, signal?: AbortSignal): Promise<BoughtCard[]> =>
  read(
    api.GET("/api/my-gift-cards", {
      ...(token && { headers: { "X-Order-Token": token } }),
      ...(signal && { signal }),
    }),
  );

/** The same `key` again is the same card. */
export const giveCard = (body: Schemas["GiveCardIn"], key: string): Promise<GivenCard> =>
  read(api.POST("/api/gift-cards", { params: { header: idempotent(key) }, body }));

export const voidCard = (card_id: string, reason: string): Promise<CardPage> =>
  read(api.POST("/api/gift-cards/{card_id}/void", { params: { path: { card_id } }, body: { reason } }));
