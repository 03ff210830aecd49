// Gift cards: how much, for whom, and into the basket.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadFrame } from "@/features/business/shell";
import { BuyCard } from "@/features/giftcards/components/BuyCard";
import styles from "@/features/giftcards/components/giftcards.module.css";
import { loadOffers } from "@/features/giftcards/loaders";
import { loadCanBePaid } from "@/features/products/loaders";
import { now } from "@/lib/clock";
import { dateIn } from "@/lib/datetime/calendar";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { pageMetadata } from "@/lib/seo/page";

const PATH = "/gift-cards/";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("giftCards"), getLocale()]);
  return pageMetadata({ locale, path: PATH, title: t("title"), description: t("lead") });
}

export default async function GiftCardsPage() {
  const [t, locale] = await Promise.all([getTranslations("giftCards"), getLocale()]);
  const [offers, canBePaid, { zone }] = await Promise.all([
    loadOffers(locale),
    loadCanBePaid(locale),
    loadFrame(locale),
  ]);
  return (
    <Texts of={["giftCards"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <p className={styles.block}>
        <Link href="/gift-cards/balance/">{t("toBalance")}</Link>
      </p>
      {offers.length === 0 && (
        <EmptyState
          icon="tag"
          heading="h2"
          title={t("none")}
          action={<ButtonLink href="/">{t("home")}</ButtonLink>}
        >
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      {offers.length > 0 && !canBePaid && <Notice tone="note" title={t("noPay")} />}
      {offers.length > 0 && canBePaid && <BuyCard offers={offers} today={dateIn(zone, now())} />}
    </Texts>
  );
}
