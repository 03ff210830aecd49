"use client";
// What of the money goes back and how, and whose the rest is: the same for everything that ends a visit.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/money";
import type { Absence, Cancellation } from "../api";

const WAYS = ["card", "paypal", "bank_debit", "gift_card"] as const;
type Told = Pick<Cancellation | Absence, "refund_amount" | "paid_amount" | "currency" | "ways" | "kept"> & {
  visit_returns?: boolean | null;
};

/** What comes back, and how. */
export function Back({ found }: { found: Told }) {
  const t = useTranslations("change");
  const locale = useLocale();
  const returns = found.visit_returns;
  const visit = typeof returns === "boolean" ? <p>{t(returns ? "visitBack" : "visitUsed")}</p> : null;
  if (found.refund_amount === 0)
    return (
      <>
        {visit}
        {found.paid_amount > 0 && <p>{t("backNone")}</p>}
      </>
    );
  const money = (amount: number) =>
    formatMoney({ amount, currency: found.currency }, locale, { exact: true });
  return (
    <>
      {visit}
      {found.ways.map((way) => (
        <p key={way.method}>
          {t(`way.${WAYS.find((known) => known === way.method) ?? "other"}`, { back: money(way.amount) })}
        </p>
      ))}
    </>
  );
}

/** Whose what does not go back is, for whoever may see it. */
export function Kept({ found }: { found: Told }) {
  const t = useTranslations("change.kept");
  const locale = useLocale();
  const { kept } = found;
  if (!kept || found.paid_amount === 0) return null;
  const rows = [
    ["business", kept.business_amount],
    ["payee", kept.payee_amount],
    ["commission", kept.commission_amount],
    ["tax", kept.tax_amount],
    ["fee", kept.processor_fee_amount],
  ] as const;
  const shown = rows.filter(([, amount]) => amount > 0);
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>{t("title")}</summary>
      <ul>
        {shown.map(([name, amount]) => (
          <li key={name}>
            {t(name)}: {formatMoney({ amount, currency: found.currency }, locale, { exact: true })}
          </li>
        ))}
      </ul>
    </details>
  );
}
