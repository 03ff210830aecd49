"use client";
// A good in the basket: what it is, who made it, what it costs, and out again.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { PriceTag } from "@/components/ui/PriceTag";
import { productPath } from "@/features/products/rules";
import { formatDate } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import type { BasketGood } from "../rules";
import styles from "./journey.module.css";
import { PriceTable } from "./PriceTable";

type GiftProps = { gift: NonNullable<BasketGood["gift"]>; byOther: boolean };

function Gift({ gift, byOther }: GiftProps) {
  const t = useTranslations("booking.basket");
  const locale = useLocale();
  const to = gift.recipient_email;
  return (
    <p className={styles.muted}>
      <bdi>{t(gift.recipient_name ? "giftFor" : "gift", { name: gift.recipient_name })}</bdi>
      <br />
      {gift.deliver_on
        ? t(to ? "giftOn" : byOther ? "giftOnCaller" : "giftOnYou", {
            to,
            day: formatDate(gift.deliver_on, locale),
          })
        : t(to ? "giftAtOnce" : byOther ? "giftAtOnceCaller" : "giftAtOnceYou", { to })}
      {gift.message && (
        <>
          <br />
          <bdi>{gift.message}</bdi>
        </>
      )}
    </p>
  );
}

type Props = {
  good: BasketGood;
  busy: boolean;
  onRemove: (good: BasketGood) => void;
};

export function GoodLine({ good, busy, onRemove }: Props) {
  const t = useTranslations("booking.basket");
  const name = good.is_on_sale ? good.name : t("goodGone");
  return (
    <section className={styles.line} aria-label={name}>
      <GoodTold good={good} />
      <div className={styles.actions}>
        <Button
          kind="quiet"
          busy={busy}
          aria-label={t("removeNamed", { name })}
          onClick={() => onRemove(good)}
        >
          {t("remove")}
        </Button>
      </div>
    </section>
  );
}

type ToldProps = {
  good: BasketGood;
  /** Somebody of the team reads it, for a caller: under a heading of the page's own, with no way off the page. */
  byOther?: boolean;
};

export function GoodTold({ good, byOther = false }: ToldProps) {
  const t = useTranslations("booking.basket");
  const { currency, is_on_sale: onSale } = good;
  const name = onSale ? good.name : t("goodGone");
  const Heading = byOther ? "h3" : "h2";
  return (
    <>
      <div className={styles.lineHead}>
        <Heading>
          {!byOther && onSale && good.slug && good.kind === "product" ? (
            <Link href={productPath(good)}>{name}</Link>
          ) : (
            name
          )}
        </Heading>
        {onSale && <PriceTag price={{ amount: good.total_amount, currency }} />}
      </div>
      {onSale && good.kind === "product" && (
        <p className={styles.muted}>{t("good", { name: good.mentor_name })}</p>
      )}
      {onSale && good.kind === "package" && (
        <p className={styles.muted}>{t("package", { count: good.visits })}</p>
      )}
      {good.gift && <Gift gift={good.gift} byOther={byOther} />}
      {good.steps.length > 1 && (
        <PriceTable steps={good.steps} total={good.total_amount} tax={good.tax_amount} currency={currency} />
      )}
    </>
  );
}
