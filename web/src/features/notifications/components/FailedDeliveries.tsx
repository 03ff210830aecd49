// Messages that did not go out: what they say, to whom, when, why, and what can be done.
import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/lib/datetime/format";
import type { Delivery } from "../loaders";
import { isRefused, kindOf, recipientOf } from "../rules";
import styles from "./FailedDeliveries.module.css";

type Props = { deliveries: Delivery[]; lookedAt: number; zone: string };

export function FailedDeliveries({ deliveries, lookedAt, zone }: Props) {
  const t = useTranslations("areas.admin");
  const locale = useLocale();
  if (deliveries.length === 0)
    return <p className={styles.none}>{t("deliveriesNone", { count: lookedAt })}</p>;
  return (
    <ul className={styles.list}>
      {deliveries.map(({ id, template, recipient, created_at, attempts, failure }) => {
        const what = `${t(`deliveryKind.${kindOf(template)}`)}, ${t(`deliveryTo.${recipientOf(recipient)}`)}`;
        const when = `${formatDay(created_at, zone, locale)}, ${formatTime(created_at, zone, locale)}`;
        return (
          <li key={id} className={styles.row}>
            <strong>{what}</strong>
            <span>
              {when}, {t("deliveryTried", { count: attempts })}
            </span>
            {failure && (
              <span className={styles.why}>
                {isRefused(failure) ? t("deliveryRefused", { failure }) : t("deliveryFailed", { failure })}
              </span>
            )}
            {/* Django's page, outside this application's own. */}
            <a
              href={`/admin/notifications/delivery/?q=${id}`}
              aria-label={`${t("deliveryOpen")}: ${what}, ${when}`}
              className={styles.open}
            >
              {t("deliveryOpen")}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
