// Messages that did not go out: to whom, when, and why.
import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/lib/datetime/format";
import type { Delivery } from "../loaders";
import styles from "./FailedDeliveries.module.css";

type Props = { deliveries: Delivery[]; lookedAt: number; zone: string };

export function FailedDeliveries({ deliveries, lookedAt, zone }: Props) {
  const t = useTranslations("areas.admin");
  const locale = useLocale();
  if (deliveries.length === 0)
    return <p className={styles.none}>{t("deliveriesNone", { count: lookedAt })}</p>;
  return (
    <ul className={styles.list}>
      {deliveries.map((delivery) => (
        <li key={delivery.id} className={styles.row}>
          <strong>{t("deliveryTo", { channel: delivery.channel, to: delivery.recipient })}</strong>
          <span>
            {formatDay(delivery.created_at, zone, locale)}, {formatTime(delivery.created_at, zone, locale)},{" "}
            {t("deliveryTried", { count: delivery.attempts })}
          </span>
          {delivery.failure && <span className={styles.why}>{delivery.failure}</span>}
        </li>
      ))}
    </ul>
  );
}
