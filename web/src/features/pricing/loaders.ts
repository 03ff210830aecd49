// Price rules and coupons, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Bringing, Coupon, OwnCoupon, PriceRule, Referral } from "./rules";

export async function loadPriceRules(): Promise<PriceRule[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/price-rules"));
}

export async function loadCoupons(): Promise<Coupon[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/coupons"));
}

/** What is the signed-in customer's alone. */
export async function loadOwnCoupons(): Promise<OwnCoupon[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my-coupons"));
}

/** How the signed-in customer brings friends, by business. */
export async function loadBringing(): Promise<Bringing[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my-referrals"));
}

export async function loadReferrals(): Promise<Referral[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/referrals"));
}
