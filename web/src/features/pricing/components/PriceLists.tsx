// All rules or all coupons, by business.
import { useLocale } from "next-intl";
import type { BusinessChoice } from "@/features/catalog/editing";
import type { Coupon, PriceRule } from "../rules";
import { PriceRows } from "./PriceRows";
import { useShort } from "./useShort";

/** Services and categories by their ids. */
export type Named = { id: string; name: string };
type Shared = { businesses: BusinessChoice[]; named: Named[] };

const namesOf = (named: Named[]) => new Map(named.map(({ id, name }) => [id, name]));

export function RuleList({ rules, businesses, named }: Shared & { rules: PriceRule[] }) {
  const locale = useLocale();
  const short = useShort(namesOf(named));
  return businesses.map(({ id, name }) => (
    <PriceRows
      key={id}
      title={name}
      rows={rules
        .filter(({ business_id }) => business_id === id)
        .map((rule) => ({
          id: rule.id,
          name: rule.name[locale] ?? rule.name.en ?? "",
          href: `/ad/pricing/rules/${rule.id}/`,
          details: short.rule(rule),
        }))}
    />
  ));
}

export function CouponList({ coupons, businesses, named }: Shared & { coupons: Coupon[] }) {
  const locale = useLocale();
  const short = useShort(namesOf(named));
  return businesses.map(({ id, name }) => (
    <PriceRows
      key={id}
      title={name}
      rows={coupons
        .filter(({ business_id }) => business_id === id)
        .map((coupon) => ({
          id: coupon.id,
          name: coupon.code || (coupon.name[locale] ?? coupon.name.en ?? ""),
          href: `/ad/pricing/coupons/${coupon.id}/`,
          details: short.coupon(coupon),
        }))}
    />
  ));
}
