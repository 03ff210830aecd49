// Gift cards that somebody bought: for whom, when they are told, what is left.
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { BoughtCard } from "../rules";
import styles from "./giftcards.module.css";

type Props = { cards: readonly BoughtCard[]; withOrder?: boolean };

export function CardList({ cards, withOrder }: Props) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const money = ({ currency }: BoughtCard, amount: number) =>
    formatMoney({ amount, currency }, locale, { exact: true });
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
        <li key={card.id}>
          <div className={styles.head}>
            <strong>
              {money(card, card.amount)}
              {card.recipient_name && (
                <>
                  {" "}
                  <bdi>{t("for", { name: card.recipient_name })}</bdi>
                </>
              )}
            </strong>
            <span>{t(`state.${card.state}`)}</span>
          </div>
          <p className={styles.muted}>
            {told(card)}
            {withOrder && card.order_number && ` ${t("ofOrder", { number: card.order_number })}`}
          </p>
          {(card.state === "good" || card.state === "spent") && (
            <p>{t("leftNow", { amount: money(card, card.balance_amount), ending: card.ending })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
