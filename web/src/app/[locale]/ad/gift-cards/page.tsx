// All gift cards, as the address asks for them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readList } from "@/components/list/address";
import { ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { CardTable } from "@/features/giftcards/components/CardTable";
import styles from "@/features/giftcards/components/giftcards.module.css";
import { cardsFile, loadCards } from "@/features/giftcards/loaders";
import { CARD_FILTERS } from "@/features/giftcards/rules";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("giftCardsTeam"))("title") };
}

export default async function GiftCardsPage({ searchParams }: Props) {
  await requireArea("ad");
  const state = readList(await searchParams, CARD_FILTERS);
  const locale = await getLocale();
  const [t, found, businesses] = await Promise.all([
    getTranslations("giftCardsTeam"),
    loadCards(state),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["list"]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <p className={styles.block}>
        <ButtonLink href="/ad/gift-cards/new/">{t("new")}</ButtonLink>
      </p>
      <CardTable
        {...found}
        businesses={businesses}
        state={state}
        zone={businesses[0]?.zone ?? "UTC"}
        path="/ad/gift-cards/"
        file={cardsFile(state, locale)}
      />
    </Texts>
  );
}
