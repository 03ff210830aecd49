// The customer's own points with a business: how many, what is missing to the next coupon, when they lapse, what changed them.
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { Points } from "../rules";
import { PointEntries } from "./PointEntries";
import styles from "./points.module.css";

type Props = { points: Points; named: boolean; zone: string };

export function OwnPoints({ points, named, zone }: Props) {
  const t = useTranslations("points");
  const locale = useLocale();
  const { business, currency, lapses } = points;
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const [soonest] = lapses;
  const isAll = lapses.length === 1 && soonest?.points === points.balance;
  return (
    <section className={styles.own} aria-labelledby={`points-${business}`}>
      <h2 id={`points-${business}`}>
        {named ? t("titleOf", { business: points.business_name }) : t("title")}
      </h2>
      <p className={styles.balance}>{t("balance", { count: points.balance })}</p>
      <p>{t("missing", { count: points.missing, amount: money(points.reward_amount) })}</p>
      {points.balance < 0 && <p>{t("below")}</p>}
      {soonest && (
        <p>
          {t("lapse", {
            count: soonest.points,
            day: formatDate(soonest.last_on, locale, { year: true }),
          })}{" "}
          {!isAll && t("lapseMore")}
        </p>
      )}
      <p className={styles.quiet}>
        {t("rule", {
          unit: money(100),
          each: points.each,
          needed: points.needed,
          days: points.coupon_days,
        })}
      </p>
      <h3>{t("entries")}</h3>
      {points.entries.length === 0 ? (
        <p className={styles.quiet}>{t("none")}</p>
      ) : (
        <PointEntries entries={points.entries} zone={zone} />
      )}
    </section>
  );
}
