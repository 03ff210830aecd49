// What was paid of an order and what goes back, for its customer and for the team: one line each.
import { useLocale, useTranslations } from "next-intl";
import type { Order } from "@/features/orders/rules";
import type { Reader } from "@/features/subscriptions/rules";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { methodNamed, toldOf } from "../rules";
import styles from "./payments.module.css";

/** What the customer knows it by; of a gift card the end of its code says nothing by itself. */
const nameOf = (method: string, paidWith: string) => (method === "gift_card" ? "" : paidWith);

type Props = { order: Order; zone: string; reader: Reader };

export function PaidList({ order, zone, reader }: Props) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  const payments = toldOf(order.payments);
  if (payments.length === 0) return null;
  return (
    <ul className={styles.paid}>
      {payments.map((payment) => (
        <li key={payment.id}>
          {payment.state === "pending"
            ? t(payment.method === "bank_debit" ? "debitComes" : `to.${reader}.promised`, {
                amount: money(payment.amount),
              })
            : payment.tip_amount > 0
              ? t("tip.given", {
                  amount: money(payment.amount),
                  name: payment.tip_for,
                  day: formatDay(payment.captured_at ?? order.placed_at, zone, locale),
                })
              : t("paidBy", {
                  amount: money(payment.amount),
                  method:
                    nameOf(payment.method, payment.paid_with) ||
                    t(`method.${methodNamed(payment.method)}`, { method: payment.method }),
                  day: formatDay(payment.captured_at ?? order.placed_at, zone, locale),
                })}
          {payment.refunds.map((refund) => (
            <span key={refund.id} className={styles.back}>
              {t(`to.${reader}.${refund.state === "failed" ? "backFailed" : "back"}`, {
                amount: money(refund.amount),
                day: formatDay(refund.asked_at, zone, locale),
              })}
              {refund.note && (
                <>
                  {" "}
                  <q>{refund.note}</q>
                </>
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
