"use client";
// The ways in which the team gets what an order owes: taken by themselves, from the kept card, by the link. Buttons, and what they open.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Order } from "@/features/orders/rules";
import { formatMoney } from "@/lib/money/money";
import { ChargeCard } from "./ChargeCard";
import { CopyLink, SendLink } from "./PayLink";
import { Take } from "./Take";

export type Collecting = "take" | "card" | "link" | "copy";
type ButtonsProps = { order: Order; open: string | null; onOpen: (way: Collecting) => void };

export function CollectButtons({ order, open, onOpen }: ButtonsProps) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const { can_take, card_offer: card, payment_link: link } = order;
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  return (
    <>
      {can_take && (
        <Button onClick={() => onOpen("take")} aria-expanded={open === "take"}>
          {t("take")}
        </Button>
      )}
      {card && (
        <Button onClick={() => onOpen("card")} aria-expanded={open === "card"}>
          {t("card.charge", { amount: money(card.due_amount || card.owed_amount), card: card.card })}
        </Button>
      )}
      {link && (
        <Button onClick={() => onOpen("link")} aria-expanded={open === "link"}>
          {t("ask.send")}
        </Button>
      )}
      {link?.can_copy && (
        <Button kind="quiet" onClick={() => onOpen("copy")} aria-expanded={open === "copy"}>
          {t("ask.copy")}
        </Button>
      )}
    </>
  );
}

type FormProps = { order: Order; open: string | null; onDone: () => void; onTried?: () => void };

export function CollectForm({ order, open, onDone, onTried }: FormProps) {
  const { card_offer: card, payment_link: link } = order;
  /** What came of a try is told also where it was the last there could be. */
  const [last, setLast] = useState(card);
  if (card && card !== last) setLast(card);
  if (open === "take") return <Take order={order} onDone={onDone} />;
  if (open === "card" && last)
    return <ChargeCard order={order} offer={card ?? last} isOver={!card} onDone={onDone} onTried={onTried} />;
  if (open === "link" && link) return <SendLink order={order} link={link} onDone={onDone} />;
  if (open === "copy" && link) return <CopyLink order={order} />;
  return null;
}
