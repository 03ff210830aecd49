// One gift card in a list: what it is worth, for or from whom, how it stands, and what is left.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney } from "@/lib/money/money";
import type { BoughtCard, ReceivedCard } from "../rules";
import styles from "./giftcards.module.css";

type Props = { card: BoughtCard | ReceivedCard; person: string; children: ReactNode };

/** `person`: for whom it is or from whom, as a phrase; empty where nobody is named. */
export function CardRow({ card, person, children }: Props) {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency: card.currency }, locale, { exact: true });
  return (
    <li>
      <div className={styles.head}>
        <strong>
          {money(card.amount)}
          {person && (
            <>
              {" "}
              <bdi>{person}</bdi>
            </>
          )}
        </strong>
        <span>{t(`state.${card.state}`)}</span>
      </div>
      {children}
      {(card.state === "good" || card.state === "spent") && (
        <p>{t("leftNow", { amount: money(card.balance_amount), ending: card.ending })}</p>
      )}
    </li>
  );
}
