// Price rules as administrators read them.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { RuleList } from "@/features/pricing/components/PriceLists";
import { PricingTabs } from "@/features/pricing/components/PricingTabs";
import { loadPriceRules } from "@/features/pricing/loaders";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("title") };
}

export default async function PricingPage() {
  await requireArea("ad");
  const [t, rules, choices, services] = await Promise.all([
    getTranslations("pricing"),
    loadPriceRules(),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <PricingTabs open="rules" />
      <RuleList rules={rules} businesses={choices.businesses} named={[...services, ...choices.categories]} />
    </>
  );
}
