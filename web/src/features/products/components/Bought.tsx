"use client";
// The goods of an order: downloads of what was delivered, and how it stands with the rest.
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import type { Order } from "@/features/orders/rules";
import { problemOf } from "@/lib/api/problem";
import { useBought } from "../hooks";
import { LibraryList } from "./LibraryList";
import styles from "./products.module.css";

export function Bought({ order, token }: { order: Order; token?: string | undefined }) {
  const t = useTranslations("library");
  const products = order.lines.filter(({ kind }) => kind === "product");
  const delivered = products.filter((line) => line.delivered_at && !line.revoked_at && !line.withheld);
  const { data: items, error, refetch } = useBought(order.number, token, delivered.length);
  if (products.length === 0) return null;
  const others = products.filter((line) => !delivered.includes(line));
  return (
    <section className={styles.section} aria-labelledby={`goods-${order.number}`}>
      <h2 id={`goods-${order.number}`}>{t("yours")}</h2>
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {delivered.length > 0 && !items && !error && (
        <Loading label={t("loading")}>
          <Skeleton height="6em" />
        </Loading>
      )}
      {items && items.length > 0 && <LibraryList items={items} token={token} />}
      {items && items.length > 0 && <p className={styles.muted}>{t("hour")}</p>}
      {others.map((line) => (
        <p key={line.id}>
          <strong>{line.name}</strong>
          <br />
          <span className={styles.muted}>{t(standing(line, order.state))}</span>
        </p>
      ))}
    </section>
  );
}

function standing(line: Order["lines"][number], state: string) {
  if (line.revoked_at) return "revoked";
  if (line.withheld) return line.withheld === "lost" ? "lost" : "withheld";
  if (state === "cancelled") return "closed";
  return line.paid_amount >= line.total_amount ? "soon" : "unpaid";
}
