"use client";
// What an order that was just taken by phone still owes, and the ways to have it paid while the caller is on the line, or after.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useReaderZone } from "@/features/booking/components/useWhen";
import { orderOf } from "@/features/payments/api";
import { CollectButtons, CollectForm, type Collecting } from "@/features/payments/components/Collect";
import { LastSent } from "@/features/payments/components/PayLink";
import { TransferPanel } from "@/features/payments/components/TransferPanel";
import { formatMoney } from "@/lib/money/money";
import styles from "./desk.module.css";

/** Nothing where nothing of it can be paid now. */
export function Owed({ number }: { number: string }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const [open, setOpen] = useState<Collecting | null>(null);
  const { data: order, refetch } = useQuery({
    queryKey: ["order just taken", number],
    queryFn: ({ signal }) => orderOf(number, signal),
  });
  const zone = useReaderZone("UTC");
  if (!order?.can_take && !order?.payment_link) return null;
  const link = order.payment_link;
  const owed = link?.amount ?? order.owed_amount;
  const amount = formatMoney({ amount: owed, currency: order.currency }, locale, { exact: true });
  function done() {
    setOpen(null);
    void refetch();
  }
  return (
    <section className={styles.part} aria-label={number}>
      <TransferPanel order={order} team />
      <p>{t("owed", { amount })}</p>
      {link && <LastSent link={link} zone={zone} />}
      <div className={styles.done}>
        <CollectButtons order={order} open={open} onOpen={setOpen} />
      </div>
      <CollectForm order={order} open={open} onDone={done} onTried={() => void refetch()} />
    </section>
  );
}
