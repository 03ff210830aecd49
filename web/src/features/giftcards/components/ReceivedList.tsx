// Gift cards that somebody was sent: from whom, what they say, what is left. The code is in the letter they came with.
import { useTranslations } from "next-intl";
import type { ReceivedCard } from "../rules";
import { CardRow } from "./CardRow";
import styles from "./giftcards.module.css";

export function ReceivedList({ cards }: { cards: readonly ReceivedCard[] }) {
  const t = useTranslations("giftCards");
  return (
    <ul className={styles.list}>
      {cards.map((card) => (
        <CardRow key={card.id} card={card} person={card.sender_name && t("from", { name: card.sender_name })}>
          <p className={styles.muted}>{card.business_name}</p>
          {card.message && (
            <p>
              <bdi>{card.message}</bdi>
            </p>
          )}
        </CardRow>
      ))}
    </ul>
  );
}
