// Friends who were brought, and what that came to.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { PricingTabs } from "@/features/pricing/components/PricingTabs";
import { ReferralRows } from "@/features/pricing/components/ReferralRows";
import { loadReferrals } from "@/features/pricing/loaders";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("tab.friends") };
}

export default async function FriendsPage() {
  await requireArea("ad");
  const [t, referrals, businesses] = await Promise.all([
    getTranslations("pricing"),
    loadReferrals(),
    loadBusinesses(await getLocale()),
  ]);
  const zones = Object.fromEntries(businesses.map(({ slug, zone }) => [slug, zone]));
  return (
    <>
      <PageTitle title={t("title")} lead={t("friends.lead")} />
      <PricingTabs open="friends" />
      {referrals.length === 0 ? (
        <p>{t("friends.none")}</p>
      ) : (
        <ReferralRows referrals={referrals} zones={zones} />
      )}
    </>
  );
}
