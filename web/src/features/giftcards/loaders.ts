// Gift cards, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import {
  type BoughtCard,
  type CardPage,
  isListed,
  type Offer,
  type ReceivedCard,
  type TeamCard,
} from "./rules";

const PAGE = 25;

/** Who sells gift cards, and of which amounts. */
export const loadOffers = cache(async (locale: string): Promise<Offer[]> => {
  const api = await serverApi(locale);
  return read(api.GET("/api/gift-card-offers"));
});

/** What the signed-in customer bought. */
export async function loadBoughtCards(): Promise<BoughtCard[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my-gift-cards"));
}

/** What was sent to the signed-in customer. */
export async function loadReceivedCards(): Promise<ReceivedCard[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/received-gift-cards"));
}

/** One page of all cards, as the address asks for them. */
export async function loadCards({
  filters,
  sort,
  after,
}: ListState): Promise<{ cards: TeamCard[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const { state = "", business = "", ending = "" } = filters;
  const query = {
    state: isListed(state) ? state : ("" as const),
    business,
    ending: ending.slice(0, 20),
    sort,
    cursor: after,
    limit: PAGE,
  };
  const page = await read(api.GET("/api/gift-cards", { params: { query } }));
  return { cards: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function cardsFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/gift-cards.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}

/** One of them with its movements, or null. */
export async function loadCard(card_id: string): Promise<CardPage | null> {
  const api = await serverApi(await getLocale());
  try {
    return await read(api.GET("/api/gift-cards/{card_id}", { params: { path: { card_id } } }));
  } catch (error) {
    if (error instanceof ProblemError && [404, 422].includes(error.problem.status)) return null;
    throw error;
  }
}
