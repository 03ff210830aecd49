// What is looked for among mentors stands in the address of the page: read, cleaned and written here.
import type { components } from "@/lib/api/schema";

export type Profile = components["schemas"]["ProfileOut"];
export type Profiles = components["schemas"]["ProfilesOut"];
export type Offered = components["schemas"]["OfferedOut"];

export const orders = ["recommended", "soonest", "price", "name"] as const;
export type Order = (typeof orders)[number];
/** Days within which somebody must be free. */
export const soon = [1, 3, 7, 14] as const;

/** What the page's address says; a field that is left out does not count. */
export type Search = {
  text?: string;
  expertise?: string;
  language?: string;
  /** "GBP-6000": at most that many minor units of that money. */
  price?: string;
  within?: number;
  order?: Order;
  after?: string;
};

export type Query = Record<string, string | string[] | undefined>;

const words = /^[\w-]{1,50}$/;
const forms: Record<Exclude<keyof Search, "within" | "order" | "text">, RegExp> = {
  expertise: words,
  language: /^[a-z]{2,3}$/,
  price: /^[A-Z]{3}-\d{1,9}$/,
  after: /^[0-9a-f-]{36}$/,
};

/** What an address asks for. Whatever makes no sense is left out: an old or mistyped link shows everybody. */
export function readSearch(query: Query): Search {
  const found: Search = {};
  const text = one(query.text).trim().slice(0, 200);
  if (text) found.text = text;
  for (const [name, form] of Object.entries(forms)) {
    const value = one(query[name]);
    if (form.test(value)) found[name as keyof typeof forms] = value;
  }
  const within = Number(one(query.within));
  if (soon.some((days) => days === within)) found.within = within;
  const order = orders.find((each) => each === one(query.order));
  if (order && order !== "recommended") found.order = order;
  return found;
}

/** The address of a search, without what does not count; "" for everybody. */
export function searchString(search: Search): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length > 0 ? `?${query}` : "";
}

/** Whether an address holds more than it needs: a form without scripts sends its empty fields along. */
export function isUntidy(query: Query): boolean {
  const clean = readSearch(query);
  return Object.keys(query).some(
    (name) => name in { ...forms, text: 0, within: 0, order: 0 } && !(name in clean),
  );
}

type ApiQuery = {
  text?: string;
  expertise?: string;
  languages?: string;
  currency?: string;
  price_to?: number;
  free_within_days?: number;
  order?: Order;
  cursor?: string;
};

/** The same for the API. */
export function toQuery({ text, expertise, language, price, within, order, after }: Search): ApiQuery {
  const [currency = "", amount = ""] = price?.split("-") ?? [];
  return {
    ...(text && { text }),
    ...(expertise && { expertise }),
    ...(language && { languages: language }),
    ...(price && { currency, price_to: Number(amount) }),
    ...(within && { free_within_days: within }),
    ...(order && { order }),
    ...(after && { cursor: after }),
  };
}

/** How many filters besides the words and the order are set. */
export function filterCount({ expertise, language, price, within }: Search): number {
  return [expertise, language, price, within].filter((value) => value !== undefined).length;
}

/** Up to four sums to choose from between the lowest and the highest price, in whole tens. */
export function priceSteps(lowest: number, highest: number): number[] {
  const ten = 1000;
  const [low, high] = [Math.ceil(lowest / ten), Math.ceil(highest / ten)];
  const steps = [0, 1, 2, 3].map((part) => low + Math.round(((high - low) * part) / 3));
  return [...new Set(steps)].map((tens) => tens * ten);
}

/** What somebody costs at least, by money: mentors may take more than one. */
export function lowestPrices(profile: Pick<Profile, "offered">): { amount: number; currency: string }[] {
  const lowest = new Map<string, number>();
  for (const { currency, price_amount } of profile.offered)
    lowest.set(currency, Math.min(price_amount, lowest.get(currency) ?? price_amount));
  return [...lowest].map(([currency, amount]) => ({ amount, currency }));
}

/** Where somebody's page is: mentors have the short address, everybody else one with their business. */
export function profileHref(profile: Pick<Profile, "business" | "slug">, online: string | undefined): string {
  return profile.business === online
    ? `/mentors/${profile.slug}/`
    : `/people/${profile.business}/${profile.slug}/`;
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
