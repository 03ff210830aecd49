// One coupon, or a discount that comes by itself.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { CouponEditor } from "@/features/pricing/components/CouponEditor";
import { loadCoupons } from "@/features/pricing/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("tab.coupons") };
}

export default async function CouponPage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const locale = await getLocale();
  const [t, coupons, choices, services, businesses] = await Promise.all([
    getTranslations("pricing"),
    loadCoupons(),
    loadCatalogueChoices(),
    loadAllServices(),
    loadBusinesses(locale),
  ]);
  const coupon = coupons.find((each) => each.id === id) ?? notFound();
  const zones = Object.fromEntries(businesses.map(({ slug, zone }) => [slug, zone]));
  return (
    <Texts of={["catalogue", "pricing"]}>
      <PageTitle
        above={<Link href="/ad/pricing/coupons/">{t("tab.coupons")}</Link>}
        title={coupon.code || (coupon.name[locale] ?? coupon.name.en ?? "")}
      />
      <CouponEditor coupon={coupon} choices={choices} services={services} zones={zones} />
    </Texts>
  );
}
