"use client";
// What is left on a card, for whoever has its code.
import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/Notice";
import { formatMoney } from "@/lib/money/money";
import { cardBalance } from "../api";
import { CodeForm } from "./CodeForm";
import styles from "./giftcards.module.css";

export function BalanceForm() {
  const t = useTranslations("giftCards");
  const locale = useLocale();
  const words = {
    label: t("code"),
    help: t("codeHelp"),
    missing: t("codeMissing"),
    unknown: t("codeUnknown"),
    look: t("look"),
  };
  return (
    <CodeForm find={cardBalance} unknown="gift_card_unknown" words={words}>
      {(found) =>
        found && (
          <Notice tone="good" role="status" title={t("left", { ending: found.ending })}>
            <p className={styles.balance}>
              {formatMoney({ amount: found.balance_amount, currency: found.currency }, locale, {
                exact: true,
              })}
            </p>
            <p>
              {t("leftOf", {
                amount: formatMoney({ amount: found.amount, currency: found.currency }, locale),
              })}
            </p>
          </Notice>
        )
      }
    </CodeForm>
  );
}
