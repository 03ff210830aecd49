// What changed somebody's points, the latest first: how many, why, for what and when.
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/datetime/format";
import type { PointEntry } from "../rules";
import styles from "./points.module.css";

export function PointEntries({ entries, zone }: { entries: PointEntry[]; zone: string }) {
  const t = useTranslations("points");
  const locale = useLocale();
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => {
        const facts = [
          entry.what && entry.order_number ? `${entry.what} (${entry.order_number})` : "",
          entry.coupon_code,
          entry.reason,
          entry.by_name,
          formatDay(entry.written_at, zone, locale, { year: true }),
        ].filter(Boolean);
        return (
          <li key={entry.id}>
            <span>
              {t(`kind.${entry.kind}`)}
              <span className={styles.quiet}>
                <bdi>{facts.join(" · ")}</bdi>
              </span>
            </span>
            <strong className={styles.number}>{t("signed", { points: entry.points })}</strong>
          </li>
        );
      })}
    </ul>
  );
}
