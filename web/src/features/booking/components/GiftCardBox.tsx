"use client";
// Gift cards that pay for the basket: named by their codes, each with what it pays, and out again.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import type { Basket } from "../rules";
import styles from "./journey.module.css";

type Props = {
  basket: Basket;
  onName: (code: string) => Promise<unknown>;
  onDrop: (card: string) => Promise<unknown>;
};

export function GiftCardBox({ basket, onName, onDrop }: Props) {
  const t = useTranslations("booking.giftCard");
  const locale = useLocale();
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { gift_cards: cards } = basket;

  async function run(call: () => Promise<unknown>) {
    if (busy) return;
    setBusy(true);
    setError("");
    setProblem(null);
    try {
      await call();
      setCode("");
    } catch (thrown) {
      const found = problemOf(thrown);
      if (found.code === "gift_card_unknown") setError(t("unknown"));
      else if (found.code === "basket_full") setError(t("full"));
      else setProblem(found);
    } finally {
      setBusy(false);
    }
  }

  function send() {
    if (code.trim()) void run(() => onName(code.slice(0, 60)));
    else setError(t("missing"));
  }

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
                : t("nothingText")}
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
      <details>
        <summary>{t(cards.length > 0 ? "another" : "open")}</summary>
        {/* No form of its own: it stands within that of its page. */}
        <div className={styles.couponForm}>
          <TextField
            name="gift-card"
            label={t("label")}
            size={20}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            error={error}
            onChange={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              send();
            }}
          />
          <Button busy={busy} onClick={send}>
            {t("use")}
          </Button>
        </div>
      </details>
    </div>
  );
}
