// What the page of orders by phone needs before it is drawn.
import "server-only";
import { cookies } from "next/headers";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Basket } from "../booking/rules";
import type { PhoneGoods } from "./api";

/** The order that was begun here, or null when there is none. */
export async function loadPhoneBasket(locale: string): Promise<Basket | null> {
  if (!(await cookies()).has("almanac_phone_basket")) return null;
  const api = await serverApi(locale);
  try {
    const found = await read(api.GET("/api/basket", { headers: { "X-Basket": "phone" } }));
    return found.booked_order_number ? null : found;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

/** What the reader may sell by phone beside services. */
export async function loadPhoneGoods(locale: string): Promise<PhoneGoods> {
  const api = await serverApi(locale);
  return read(api.GET("/api/phone-bookings/goods"));
}
