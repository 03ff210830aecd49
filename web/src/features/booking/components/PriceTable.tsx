// How a price comes about: every step with its reason, the total, and the tax within it.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/money";
import styles from "./journey.module.css";

type Step = {
  kind: string;
  label: string;
  quantity: number;
  unit_amount: number;
  amount: number;
  percent_bp?: number;
};
type Props = { steps: Step[]; total: number; tax?: number; currency: string };

export function PriceTable({ steps, total, tax, currency }: Props) {
  const t = useTranslations("booking.basket");
  const ts = useTranslations("ui.priceStep");
  const locale = useLocale();
  function nameOf({ kind, label, quantity, amount, percent_bp: percent }: Step) {
    if (kind === "tax") return ts("tax");
    if (kind === "later") return ts("later", { count: quantity });
    if (kind === "package" || kind === "bundle") return ts(kind, { label });
    if (!label) return ts(amount < 0 ? "less" : "more");
    return percent ? ts("percent", { label, value: percent / 10_000 }) : label;
  }
  const money = (amount: number) => formatMoney({ amount, currency }, locale, { exact: true });
  return (
    <table className={styles.prices}>
      <caption className="visually-hidden">{t("why")}</caption>
      <tbody>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name and never move.
          <tr key={index}>
            <th scope="row">
              {step.quantity > 1 && step.kind !== "later" && `${step.quantity} × `}
              {nameOf(step)}
            </th>
            <td>{money(step.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className={styles.sum}>
          <th scope="row">
            {t("total")}
            {tax ? <span className={styles.vat}>{t("vat", { amount: money(tax) })}</span> : null}
          </th>
          <td>{money(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
