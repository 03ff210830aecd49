// Orders as a short list: number, day, what, and the total at the end of the line.
import { useTranslations } from "next-intl";
import { BookAgain } from "@/features/orders/components/BookAgain";
import { counted } from "@/features/orders/what";
import { formatDay, formatRange } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { type Order, visitsOf } from "../rules";
import styles from "./OrderRows.module.css";

export function OrderRows({ orders, locale }: { orders: Order[]; locale: string }) {
  const t = useTranslations("areas.customer");
  const ta = useTranslations("appointments.state");
  /** The first visit says more than the day it was asked for. */
  function whenOf(order: Order): string {
    const [visit] = visitsOf(order);
    if (visit) return formatRange(visit.startsAt, visit.endsAt, visit.zone, locale);
    return t("placed", { day: formatDay(order.placed_at, "Europe/London", locale, { year: true }) });
  }
  return (
    <ul className={styles.rows}>
      {orders.map((order) => (
        <li key={order.id} className={styles.row}>
          <div>
            <Link href={`/cus/orders/${order.number}/`} className={styles.number}>
              {t("order", { number: order.number })}
            </Link>
            <p>{counted(order.lines.map((line) => line.name))}</p>
            <p className={styles.when}>{whenOf(order)}</p>
            <BookAgain number={order.number} named />
          </div>
          <p className={styles.total}>
            {order.state === "cancelled" && <span className={styles.off}>{ta("cancelled")}</span>}
            {formatMoney({ amount: order.total_amount, currency: order.currency }, locale, { exact: true })}
          </p>
        </li>
      ))}
    </ul>
  );
}
