// What an order costs, each part with its reason, and how it is paid.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/money";
import type { Order } from "../rules";
import styles from "./PriceSteps.module.css";

/** `over`: none of its visits lies ahead. */
export function PriceSteps({ order, over }: { order: Order; over: boolean }) {
  const t = useTranslations("areas.customer");
  const ts = useTranslations("ui.priceStep");
  const locale = useLocale();
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  const fees = order.lines.filter(({ fee_amount }) => typeof fee_amount === "number");
  const awaited = order.payments.some(({ state }) => state === "pending");
  function standing() {
    const amount = money(order.owed_amount);
    if (order.owed_amount > 0) {
      if (fees.length > 0) return t("stillToPay", { amount });
      if (order.state === "placed") return null; // how it is to be paid is said with the ways to
      if (order.charges.length > 0) return null; // it is said below when it is charged
      if (!order.on_the_day) return t("stillToPay", { amount });
      return t(over ? "wasToPay" : "toPay", { amount });
    }
    if (order.state === "cancelled" && fees.length === 0) return order.paid_amount === 0 && t("nothingToPay");
    if (awaited) return null; // it is said below whose answer is awaited
    return t(order.paid_amount > 0 ? "paid" : "nothingLeft");
  }
  return (
    <div className={styles.price}>
      <dl className={styles.steps}>
        {order.lines.flatMap((line) =>
          line.steps.map((step, index) => (
            <div key={`${line.id}-${step.kind}-${step.label}`} className={styles.step}>
              <dt>
                {index === 0 && step.label !== line.name && `${line.name}: `}
                {step.kind === "bundle"
                  ? ts("bundle", { label: step.label })
                  : step.label || ts(step.amount < 0 ? "less" : "more")}
                {step.quantity > 1 && ` × ${step.quantity}`}
              </dt>
              <dd>{money(step.amount)}</dd>
            </div>
          )),
        )}
        <div className={styles.total}>
          <dt>{t("total")}</dt>
          <dd>{money(order.total_amount)}</dd>
        </div>
        {fees.map((line) => (
          <div key={`fee-${line.id}`} className={styles.step}>
            <dt>{t("feeOf", { name: line.name })}</dt>
            <dd>{money(line.fee_amount ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t("included", { amount: money(order.tax_amount) })}</p>
      <p>{standing()}</p>
    </div>
  );
}
