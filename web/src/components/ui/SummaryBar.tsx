// What has been chosen so far, the price, and the one main action: a bar in reach of the thumb on a phone, a panel
// beside the page on a desk. Put it beside the content in a SummaryLayout.
import type { ReactNode } from "react";
import type { Money } from "@/lib/money/money";
import { PriceTag } from "./PriceTag";
import styles from "./SummaryBar.module.css";

export function SummaryLayout({ children, summary }: { children: ReactNode; summary: ReactNode }) {
  return (
    <div className={styles.layout}>
      <div className={styles.content}>{children}</div>
      {summary}
    </div>
  );
}

type Line = { label: ReactNode; value: ReactNode };

type Props = {
  title: string;
  price: Money | null;
  /** "2 hours, once". */
  note?: ReactNode;
  /** Shown in the panel only; a phone has no room for them. */
  lines?: Line[];
  action: ReactNode;
};

export function SummaryBar({ title, price, note, lines = [], action }: Props) {
  return (
    <aside className={styles.bar} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {lines.length > 0 && (
        <dl className={styles.lines}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, and lines keep their order.
            <div key={index} className={styles.line}>
              <dt>{line.label}</dt>
              <dd>{line.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.price}>
        {price ? <PriceTag price={price} note={note} large /> : <span className={styles.none}>{note}</span>}
      </div>
      <div className={styles.action}>{action}</div>
    </aside>
  );
}
