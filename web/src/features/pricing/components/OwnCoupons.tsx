// The customer's own coupons: what each takes off, from when until when, and whether it can still be used.
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { OwnCoupon } from "../rules";
import styles from "./pricing.module.css";

/** With the day of the business's clock on which each ends. */
export function OwnCoupons({ coupons, zones }: { coupons: OwnCoupon[]; zones: Record<string, string> }) {
  return (
    <ul className={styles.list}>
      {coupons.map((coupon, index) => (
        <OwnCouponItem key={coupon.code || index} coupon={coupon} zone={zones[coupon.business] ?? "UTC"} />
      ))}
    </ul>
  );
}

function OwnCouponItem({ coupon, zone }: { coupon: OwnCoupon; zone: string }) {
  const t = useTranslations("coupons");
  const locale = useLocale();
  const { currency, percent_bp: percent, most_amount: most, minimum_amount: minimum } = coupon;
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const off = percent
    ? t("percent", { value: percent / 10_000 })
    : t("off", { amount: money(coupon.amount) });
  // The last moment in which it can be used is on its last day.
  const last = coupon.ends_at ? new Date(Date.parse(coupon.ends_at) - 1).toISOString() : null;
  const day = (at: string) => formatDay(at, zone, locale, { year: true });
  const facts = [
    coupon.business_name,
    most ? t("most", { amount: money(most) }) : "",
    minimum ? t("from", { amount: money(minimum) }) : "",
    coupon.state === "later" && coupon.starts_at ? t("begins", { day: day(coupon.starts_at) }) : "",
    last ? t("ends", { day: day(last) }) : "",
  ];
  return (
    <li>
      <p>
        <strong>{off}</strong>
        {coupon.name && `, ${coupon.name}`}
      </p>
      <p>{coupon.code ? t("code", { code: coupon.code }) : t("bySelf")}</p>
      <p className={styles.quiet}>{facts.filter(Boolean).join(" · ")}</p>
      {coupon.state !== "good" && <p>{t(`state.${coupon.state}`)}</p>}
    </li>
  );
}
