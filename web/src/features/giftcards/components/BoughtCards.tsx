"use client";
// The gift cards of an order, for whoever bought them.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Order } from "@/features/orders/rules";
import { problemOf } from "@/lib/api/problem";
import { boughtCards } from "../api";
import { CardList } from "./CardList";
import styles from "./giftcards.module.css";

export function BoughtCards({ order, token }: { order: Order; token?: string | undefined }) {
  const t = useTranslations("giftCards");
  const lines = order.lines.filter(({ kind }) => kind === "gift_card");
  const issued = lines.filter(({ delivered_at }) => delivered_at).length;
  const over = lines.filter(({ revoked_at }) => revoked_at).length;
  const { data: cards, error } = useQuery({
    // Asked again when one of them was issued, or is over.
    queryKey: ["gift cards", order.number, issued, over],
    queryFn: async ({ signal }) =>
      (await boughtCards(token, signal)).filter((card) => card.order_number === order.number),
    enabled: lines.length > 0,
  });
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={`cards-${order.number}`}>
      <h2 id={`cards-${order.number}`}>{t("yours", { count: lines.length })}</h2>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {cards && <CardList cards={cards} />}
    </section>
  );
}
