"use client";
// All of it once more before it is booked: what, when, how often, for how much and for whom.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { useRhythm } from "@/features/subscriptions/components/useRhythm";
import { dropCoupon, dropGiftCard, nameCoupon, nameGiftCard } from "../api";
import { useJourney } from "../hooks";
import { type Basket, bundleOf, hasOnlyGoods, sellersOf, stepsOf } from "../rules";
import { CouponBox } from "./CouponBox";
import { GiftCardBox } from "./GiftCardBox";
import styles from "./journey.module.css";
import { PriceTable } from "./PriceTable";
import { useWhen } from "./useWhen";

export function Review({ basket }: { basket: Basket }) {
  const t = useTranslations("booking.payment");
  const tb = useTranslations("booking.basket");
  const tr = useTranslations("booking.repeat");
  const tu = useTranslations("booking.bundle");
  const when = useWhen();
  const rhythm = useRhythm();
  const { go, change } = useJourney();
  const { name, email, phone, line1, line2, town } = basket.details;
  return (
    <>
      <section className={styles.section}>
        <div className={styles.sectionHead}>
          <h2>{t(hasOnlyGoods(basket) ? "whatGoods" : "what")}</h2>
          <Button
            kind="quiet"
            aria-label={t(hasOnlyGoods(basket) ? "changeWhatGoods" : "changeWhat")}
            onClick={() => go("basket")}
          >
            {t("change")}
          </Button>
        </div>
        {basket.lines.map((line) => (
          <p key={line.id}>
            <strong>{line.name}</strong>
            {bundleOf(basket, line) && (
              <>
                <br />
                {tu("label", { name: bundleOf(basket, line)?.name ?? "" })}
              </>
            )}
            <br />
            {when(line)}
            {line.repeat && (
              <>
                <br />
                {tr("shown", { rhythm: rhythm(line.repeat), count: line.repeat.visit_count })}
                {line.prepaid.visits > 0 && `, ${tr("sumByPackage", { count: line.prepaid.visits })}`}
              </>
            )}
            {line.staff && (
              <>
                <br />
                {line.staff.name}
              </>
            )}
            {sellersOf(basket).length > 1 && (
              <>
                <br />
                {line.business_name}
              </>
            )}
          </p>
        ))}
        {basket.goods.map((good) => (
          <p key={good.id}>
            <strong>{good.name}</strong>
            <br />
            {good.kind === "package"
              ? tb("package", { count: good.visits })
              : good.gift
                ? tb(good.gift.recipient_name ? "giftFor" : "gift", { name: good.gift.recipient_name })
                : tb("good", { name: good.mentor_name })}
          </p>
        ))}
        {basket.totals.map(({ currency, total_amount, tax_amount }) => (
          <PriceTable
            key={currency}
            steps={[
              ...basket.lines.filter((each) => each.currency === currency).flatMap(stepsOf),
              ...basket.goods.filter((each) => each.currency === currency).flatMap(({ steps }) => steps),
            ]}
            total={total_amount}
            tax={tax_amount}
            currency={currency}
          />
        ))}
        <CouponBox
          basket={basket}
          onName={(code) => change(() => nameCoupon(code))}
          onDrop={() => change(dropCoupon)}
        />
        <GiftCardBox
          basket={basket}
          onName={(code) => change(() => nameGiftCard(code))}
          onDrop={(card) => change(() => dropGiftCard(card))}
        />
      </section>
      <section className={styles.section}>
        <div className={styles.sectionHead}>
          <h2>{t("you")}</h2>
          <Button kind="quiet" aria-label={t("changeYou")} onClick={() => go("details")}>
            {t("change")}
          </Button>
        </div>
        <address className={styles.personal}>
          {[name, email, phone, ...(basket.needs_address ? [line1, line2, town, basket.place?.postcode] : [])]
            .filter(Boolean)
            .map((part) => (
              <div key={part}>
                <bdi>{part}</bdi>
              </div>
            ))}
        </address>
      </section>
    </>
  );
}
