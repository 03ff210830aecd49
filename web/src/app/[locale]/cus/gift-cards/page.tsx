// Gift cards that the signed-in customer was sent and bought, and the way to what is left on any.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { CardList } from "@/features/giftcards/components/CardList";
import styles from "@/features/giftcards/components/giftcards.module.css";
import { ReceivedList } from "@/features/giftcards/components/ReceivedList";
import { loadBoughtCards, loadReceivedCards } from "@/features/giftcards/loaders";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("giftCards"))("title") };
}

export default async function MyGiftCardsPage() {
  await requireArea("cus");
  const [t, cards, received] = await Promise.all([
    getTranslations("giftCards"),
    loadBoughtCards(),
    loadReceivedCards(),
  ]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("mineLead")} />
      <div className={styles.actions}>
        <ButtonLink href="/gift-cards/">{t("buyOne")}</ButtonLink>
        <ButtonLink kind="quiet" href="/gift-cards/balance/">
          {t("toBalance")}
        </ButtonLink>
      </div>
      {received.length > 0 && (
        <>
          <h2>{t("received")}</h2>
          <ReceivedList cards={received} />
          {cards.length > 0 && <h2>{t("bought")}</h2>}
        </>
      )}
      {cards.length > 0 && <CardList cards={cards} withOrder />}
      {cards.length === 0 && received.length === 0 && (
        <EmptyState icon="tag" heading="h2" title={t("mineNone")}>
          <p>{t("mineNoneText")}</p>
        </EmptyState>
      )}
    </>
  );
}
