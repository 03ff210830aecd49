"use client";
// The packages of an order: what is left of each.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Order } from "@/features/orders/rules";
import { problemOf } from "@/lib/api/problem";
import { ownPasses } from "../api";
import { PassList } from "./PassList";
import styles from "./packages.module.css";

export function BoughtPasses({ order, token }: { order: Order; token?: string | undefined }) {
  const t = useTranslations("packages");
  const lines = order.lines.filter(({ kind }) => kind === "package");
  const issued = lines.filter(({ delivered_at }) => delivered_at).length;
  const back = lines.reduce((sum, line) => sum + (line.visits_refunded ?? 0), 0);
  const { data: passes, error } = useQuery({
    // Asked again when one of them was issued, or went back.
    queryKey: ["packages", order.number, issued, back],
    queryFn: async ({ signal }) =>
      (await ownPasses(token, signal)).filter((held) => held.order_number === order.number),
    enabled: lines.length > 0,
  });
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={`packages-${order.number}`}>
      <h2 id={`packages-${order.number}`}>{t("yours", { count: lines.length })}</h2>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {passes && <PassList passes={passes} />}
    </section>
  );
}
