// Gift cards that somebody was sent: from whom, what they say, what is left. The code is in the letter they came with.
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/money";
import type { ReceivedCard } from "../rules";
import styles from "./giftcards.module.css";

export function ReceivedList({ cards }: { cards: readonly ReceivedCard[] }) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const money = ({ currency }: ReceivedCard, amount: number) =>
    formatMoney({ amount, currency }, locale, { exact: true });
  return (
    <ul className={styles.list}>
      {cards.map((card) => (
        <li key={card.id}>
          <div className={styles.head}>
            <strong>
              {money(card, card.amount)}
              {card.sender_name && (
                <>
                  {" "}
                  <bdi>{t("from", { name: card.sender_name })}</bdi>
                </>
              )}
            </strong>
            <span>{t(`state.${card.state}`)}</span>
          </div>
          <p className={styles.muted}>{card.business_name}</p>
          {card.message && (
            <p>
              <bdi>{card.message}</bdi>
            </p>
          )}
          {(card.state === "good" || card.state === "spent") && (
            <p>{t("leftNow", { amount: money(card, card.balance_amount), ending: card.ending })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
