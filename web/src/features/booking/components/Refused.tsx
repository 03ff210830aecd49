// Why it was not booked, and the way on from there.
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { formatMoney } from "@/lib/money/money";
import styles from "./journey.module.css";
import type { Refusal } from "./useBook";

/** `price` is what the basket comes to as it is now. */
export function Refused({ refusal, price }: { refusal: Refusal | null; price: string }) {
  const t = useTranslations("booking.payment");
  const tc = useTranslations("booking.coupon");
  const tg = useTranslations("booking.giftCard");
  const tp = useTranslations("booking.pass");
  const locale = useLocale();
  if (!refusal) return null;
  const box = { role: "alert", className: styles.block ?? "" } as const;
  switch (refusal.kind) {
    case "no_answer":
      return (
        <Notice tone="warn" title={t("noAnswerTitle")} {...box}>
          <p>{t("noAnswerText")}</p>
        </Notice>
      );
    case "price":
      return (
        <Notice
          tone="warn"
          title={t("priceTitle", {
            price: formatMoney({ amount: refusal.total, currency: refusal.currency }, locale),
          })}
          {...box}
        >
          <p>{t("priceText")}</p>
        </Notice>
      );
    case "coupon":
      return (
        <Notice tone="warn" title={tc("refusedTitle", { code: refusal.code })} {...box}>
          <p>
            {tc(`reason.${refusal.reason}`, {
              missing: formatMoney({ amount: refusal.missing, currency: refusal.currency }, locale),
            })}
          </p>
          <p>{tc("refusedText", { price })}</p>
        </Notice>
      );
    case "card":
      return (
        <Notice
          tone="warn"
          title={tg("changedTitle", {
            ending: refusal.ending,
            amount: formatMoney({ amount: refusal.available, currency: refusal.currency || "GBP" }, locale),
          })}
          {...box}
        >
          <p>{tg("changedText")}</p>
        </Notice>
      );
    case "pass":
      return (
        <Notice
          tone="warn"
          title={tp("changedTitle", { ending: refusal.ending, left: refusal.left })}
          {...box}
        >
          <p>{tp("changedText")}</p>
        </Notice>
      );
    case "already":
      return (
        <Notice tone="good" title={t("alreadyTitle")} {...box}>
          <p>{t("alreadyText", { number: refusal.number })}</p>
          <p>
            <ButtonLink href="/track/">{t("alreadyShow")}</ButtonLink>
          </p>
        </Notice>
      );
    case "dates":
      return (
        <Notice tone="warn" title={t("datesTitle")} {...box}>
          <p>{t("datesText")}</p>
          <p>
            <ButtonLink href="?step=basket">{t("datesShow")}</ButtonLink>
          </p>
        </Notice>
      );
    case "gone":
      return (
        <Notice tone="warn" title={t("goneTitle")} {...box}>
          <p>{t("goneText")}</p>
          <p>
            {/* A full load: the server then knows that there is no basket. */}
            <a href="?step=place">{t("fresh")}</a>
          </p>
        </Notice>
      );
    case "elsewhere":
      return <Notice tone="warn" title={t("elsewhere")} {...box} />;
    case "other":
      return (
        <div className={styles.block}>
          <ProblemNotice problem={refusal.problem} />
        </div>
      );
  }
}
