// Messages that did not go out: what they say, of which order, to whom, over what, when, why, and what can be done.
import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import type { Delivery } from "../loaders";
import { causeOf, channelOf, recipientOf, whatOf } from "../rules";
import styles from "./FailedDeliveries.module.css";

type Props = { deliveries: Delivery[]; isCut: boolean; zone: string };

export function FailedDeliveries({ deliveries, isCut, zone }: Props) {
  const t = useTranslations("areas.admin");
  const tKind = useTranslations("messages.kind");
  const locale = useLocale();
  if (deliveries.length === 0) return <p className={styles.none}>{t("deliveriesNone")}</p>;
  return (
    <>
      <ul className={styles.list}>
        {deliveries.map((delivery) => {
          const { id, recipient, channel, created_at, attempts, failure, order_number, is_kept } = delivery;
          const found = whatOf(delivery);
          const name = "named" in found ? t(`deliveryKind.${found.named}`) : tKind(`${found.kind}.label`);
          const what = `${name}, ${t(`deliveryTo.${recipientOf(recipient)}`)}, ${t(`deliveryBy.${channelOf(channel)}`)}`;
          const open = is_kept ? t("deliveryOpen") : t("deliveryLook");
          const when = `${formatDay(created_at, zone, locale)}, ${formatTime(created_at, zone, locale)}`;
          return (
            <li key={id} className={styles.row}>
              <strong>{what}</strong>
              <span>
                {when}, {t("deliveryTried", { count: attempts })}
              </span>
              {failure && (
                <span className={styles.why}>{t(`deliveryWhy.${causeOf(failure)}`, { failure })}</span>
              )}
              {!is_kept && <span>{t("deliveryForgotten")}</span>}
              {order_number && (
                <Link href={`/ad/orders/${order_number}/`} className={styles.open}>
                  {t("deliveryOrder", { number: order_number })}
                </Link>
              )}
              {/* Django's page, outside this application's own. */}
              <a
                href={`/admin/notifications/delivery/?q=${id}`}
                aria-label={`${open}: ${what}, ${when}`}
                className={styles.open}
              >
                {open}
              </a>
            </li>
          );
        })}
      </ul>
      {isCut && (
        <p>
          <a href="/admin/notifications/delivery/?state__exact=failed" className={styles.open}>
            {t("deliveriesOlder")}
          </a>
        </p>
      )}
    </>
  );
}
