// Coupons, and the discounts that come by themselves.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { CouponList } from "@/features/pricing/components/PriceLists";
import { PricingTabs } from "@/features/pricing/components/PricingTabs";
import { loadCoupons } from "@/features/pricing/loaders";
import { requireArea } from "@/features/session/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("tab.coupons") };
}

export default async function CouponsPage() {
  await requireArea("ad");
  const [t, coupons, choices, services] = await Promise.all([
    getTranslations("pricing"),
    loadCoupons(),
    loadCatalogueChoices(),
    loadAllServices(),
  ]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <PricingTabs open="coupons" />
      <CouponList
        coupons={coupons}
        businesses={choices.businesses}
        named={[...services, ...choices.categories]}
      />
    </>
  );
}
