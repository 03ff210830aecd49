// Prices in the browser: rules and coupons saved, and what something would cost. The only file here that names these doors.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Coupon, CouponBody, PriceRule, RuleBody, Trial, TrialBody } from "./rules";

/** What is there already, as it was read; null makes a new one. */
type Known = { id: string; revision: number } | null;

const seen = (revision: number) => ({ "If-Match": `"${revision}"` });

export function saveRule(known: Known, body: RuleBody): Promise<PriceRule> {
  if (!known) return read(api.POST("/api/price-rules", { body }));
  return read(
    api.PUT("/api/price-rules/{rule_id}", {
      params: { path: { rule_id: known.id } },
      body,
      headers: seen(known.revision),
    }),
  );
}

export function archiveRule(rule_id: string, archived: boolean): Promise<PriceRule> {
  return read(
    api.POST("/api/price-rules/{rule_id}/archive", { params: { path: { rule_id } }, body: { archived } }),
  );
}

export function saveCoupon(known: Known, body: CouponBody): Promise<Coupon> {
  if (!known) return read(api.POST("/api/coupons", { body }));
  return read(
    api.PUT("/api/coupons/{coupon_id}", {
      params: { path: { coupon_id: known.id } },
      body,
      headers: seen(known.revision),
    }),
  );
}

export function archiveCoupon(coupon_id: string, archived: boolean): Promise<Coupon> {
  return read(
    api.POST("/api/coupons/{coupon_id}/archive", { params: { path: { coupon_id } }, body: { archived } }),
  );
}

/** What a visit would cost now. Changes nothing. */
export const tryPrice = (body: TrialBody): Promise<Trial> => read(api.POST("/api/price-trials", { body }));

/** The reader's own code for their friends, made where there is none yet. */
export const openReferralCode = (slug: string): Promise<{ code: string }> =>
  read(api.POST("/api/businesses/{slug}/referral-code", { params: { path: { slug } } }));
