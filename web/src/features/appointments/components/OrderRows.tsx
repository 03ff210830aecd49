// Orders as a short list: number, day, what, and the total at the end of the line.
import { useTranslations } from "next-intl";
import { formatDay } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import type { Order } from "../rules";
import styles from "./OrderRows.module.css";

export function OrderRows({ orders, locale }: { orders: Order[]; locale: string }) {
  const t = useTranslations("areas.customer");
  return (
    <ul className={styles.rows}>
      {orders.map((order) => (
        <li key={order.id} className={styles.row}>
          <div>
            <Link href={`/cus/orders/${order.number}/`} className={styles.number}>
              {t("order", { number: order.number })}
            </Link>
            <p>{order.lines.map((line) => line.name).join(", ")}</p>
            <p className={styles.when}>
              {t("placed", {
                day: formatDay(order.placed_at, order.lines[0]?.zone ?? "Europe/London", locale, {
                  year: true,
                }),
              })}
            </p>
          </div>
          <p className={styles.total}>
            {formatMoney({ amount: order.total_amount, currency: order.currency }, locale, { exact: true })}
          </p>
        </li>
      ))}
    </ul>
  );
}
