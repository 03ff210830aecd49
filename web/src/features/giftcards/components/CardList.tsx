// Gift cards that somebody bought: for whom, when they are told, what is left.
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/datetime/format";
import type { BoughtCard } from "../rules";
import { CardRow } from "./CardRow";
import styles from "./giftcards.module.css";

type Props = { cards: readonly BoughtCard[]; withOrder?: boolean };

export function CardList({ cards, withOrder }: Props) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  function told(card: BoughtCard): string {
    const to = card.recipient_email || t("toYou");
    if (card.state === "unpaid") return t("notPaid");
    if (card.delivered_at) return t("sent", { to });
    return card.deliver_on
      ? t("sentOn", { to, day: formatDate(card.deliver_on, locale) })
      : t("sent", { to });
  }
  return (
    <ul className={styles.list}>
      {cards.map((card) => (
        <CardRow
          key={card.id}
          card={card}
          person={card.recipient_name && t("for", { name: card.recipient_name })}
        >
          <p className={styles.muted}>
            {told(card)}
            {withOrder && card.order_number && ` ${t("ofOrder", { number: card.order_number })}`}
          </p>
        </CardRow>
      ))}
    </ul>
  );
}
