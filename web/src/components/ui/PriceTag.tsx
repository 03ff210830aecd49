// A price, set in the serif with its currency, and what it is for.
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney, type Money } from "@/lib/money/money";
import styles from "./PriceTag.module.css";

type Props = { price: Money; note?: ReactNode; large?: boolean; exact?: boolean };

export function PriceTag({ price, note, large, exact }: Props) {
  const locale = useLocale();
  return (
    <span className={styles.tag} data-large={large || undefined}>
      <span className={styles.amount}>{formatMoney(price, locale, { exact: exact ?? false })}</span>
      {note && <span className={styles.note}>{note}</span>}
    </span>
  );
}
