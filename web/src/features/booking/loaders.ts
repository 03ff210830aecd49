// All that the journey's page needs before it is drawn, asked of the server at once.
import "server-only";
import { cookies, headers } from "next/headers";
import { loadBundles } from "@/features/bundles/loaders";
import type { Bundle } from "@/features/bundles/rules";
import { type Business, loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { loadServices } from "@/features/catalog/loaders";
import type { Service } from "@/features/catalog/rules";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { isWidgetPath, WIDGET_BASKET } from "@/lib/widget";
import { type Basket, currentLine } from "./rules";

export const STEP_COOKIE = "booking_step";

/** The reader's basket, or null when there is none. */
async function loadBasket(locale: string): Promise<Basket | null> {
  const [jar, incoming] = await Promise.all([cookies(), headers()]);
  if (!jar.has(isWidgetPath(incoming.get("x-path")) ? WIDGET_BASKET : "almanac_basket")) return null;
  const api = await serverApi(locale);
  try {
    return await read(api.GET("/api/basket"));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

export type JourneyData = {
  business: Business;
  businesses: Business[];
  services: Service[];
  bundles: Bundle[];
  /** What is being chosen; null at the beginning. */
  basket: Basket | null;
  /** The order this browser's last basket became. */
  bookedNumber: string | null;
  remembered: string | undefined;
};

/** Which business: the one named, else the one whose service is in the basket, else the one that visits homes. */
export async function loadJourney(locale: string, slug: string | undefined): Promise<JourneyData | null> {
  const [businesses, services, bundles, found, jar] = await Promise.all([
    loadBusinesses(locale),
    loadServices(locale),
    loadBundles(locale),
    loadBasket(locale),
    cookies(),
  ]);
  const bookedNumber = found?.booked_order_number ?? null;
  const basket = bookedNumber === null ? found : null;
  const begun = basket && (currentLine(basket, null)?.business || (basket.place && basket.business));
  const named = businesses.find((business) => business.slug === (slug ?? begun));
  const { atHome, online } = doors(businesses);
  const business = named ?? atHome ?? online;
  if (!business) return null;
  const remembered = jar.get(STEP_COOKIE)?.value;
  return { business, businesses, services, bundles, basket, bookedNumber, remembered };
}
