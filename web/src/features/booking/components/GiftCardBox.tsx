"use client";
// Gift cards that pay for the basket: named by their codes, each with what it pays, and out again.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatMoney } from "@/lib/money/money";
import { type Basket, cardsBoughtIn } from "../rules";
import { CodeEntry } from "./CodeEntry";
import styles from "./journey.module.css";
import { useCodeCalls } from "./useCodeCalls";

type Props = {
  basket: Basket;
  onName: (code: string) => Promise<unknown>;
  onDrop: (card: string) => Promise<unknown>;
};

export function GiftCardBox({ basket, onName, onDrop }: Props) {
  const t = useTranslations("booking.giftCard");
  const locale = useLocale();
  const calls = useCodeCalls(({ code }) => {
    if (code === "gift_card_unknown") return t("unknown");
    return code === "basket_full" ? t("full") : null;
  });
  const { busy, problem, run } = calls;
  const { gift_cards: cards } = basket;
  const bought = cardsBoughtIn(basket);
  const takesCards = basket.totals.some(({ currency }) => !bought.has(currency));

  return (
    <div className={styles.coupon}>
      {problem && <ProblemNotice problem={problem} />}
      {cards.map((card) => {
        const money = (amount: number) =>
          formatMoney({ amount, currency: card.currency }, locale, { exact: true });
        return (
          <Notice
            key={card.id}
            tone={card.used_amount > 0 ? "good" : "note"}
            role="status"
            title={
              card.used_amount > 0
                ? t("pays", { ending: card.ending, amount: money(card.used_amount) })
                : t("paysNothing", { ending: card.ending })
            }
          >
            <p>
              {card.used_amount > 0
                ? t("stays", { amount: money(card.balance_amount - card.used_amount) })
                : t(bought.has(card.currency) ? "notForCards" : "nothingText")}
            </p>
            <p>
              <Button
                kind="quiet"
                busy={busy}
                aria-label={t("dropNamed", { ending: card.ending })}
                onClick={() => void run(() => onDrop(card.id))}
              >
                {t("drop")}
              </Button>
            </p>
          </Notice>
        );
      })}
      {bought.size > 0 && !cards.some(({ currency }) => bought.has(currency)) && <p>{t("notForCards")}</p>}
      {takesCards && (
        <details>
          <summary>{t(cards.length > 0 ? "another" : "open")}</summary>
          <CodeEntry
            name="gift-card"
            words={{ label: t("label"), use: t("use"), missing: t("missing") }}
            calls={calls}
            onSend={onName}
          />
        </details>
      )}
    </div>
  );
}
