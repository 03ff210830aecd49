// A gift card that nobody pays for.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadCatalogueChoices } from "@/features/catalog/loaders";
import { GiveCard } from "@/features/giftcards/components/GiveCard";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("giftCardsTeam"))("new") };
}

export default async function NewGiftCardPage() {
  await requireArea("ad");
  const [t, { businesses }] = await Promise.all([getTranslations("giftCardsTeam"), loadCatalogueChoices()]);
  return (
    <Texts of={["giftCards", "giftCardsTeam", "proof"]}>
      <PageTitle
        above={<Link href="/ad/gift-cards/">{t("title")}</Link>}
        title={t("new")}
        lead={t("newLead")}
      />
      <GiveCard businesses={businesses} />
    </Texts>
  );
}
