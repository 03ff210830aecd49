// A new coupon, or a discount that comes by itself.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { loadAllServices, loadCatalogueChoices } from "@/features/catalog/loaders";
import { loadCustomer } from "@/features/customers/loaders";
import { CouponEditor } from "@/features/pricing/components/CouponEditor";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pricing"))("newCoupon") };
}

type Props = { searchParams: Promise<{ customer?: string | string[] }> };

export default async function NewCouponPage({ searchParams }: Props) {
  await requireArea("ad");
  const { customer: asked } = await searchParams;
  const customer = typeof asked === "string" && asked ? await loadCustomer(asked) : null;
  const [t, choices, services, businesses] = await Promise.all([
    getTranslations("pricing"),
    loadCatalogueChoices(),
    loadAllServices(),
    loadBusinesses(await getLocale()),
  ]);
  const zones = Object.fromEntries(businesses.map(({ slug, zone }) => [slug, zone]));
  return (
    <Texts of={["catalogue", "pricing"]}>
      <PageTitle above={<Link href="/ad/pricing/coupons/">{t("tab.coupons")}</Link>} title={t("newCoupon")} />
      <CouponEditor
        coupon={null}
        choices={choices}
        services={services}
        zones={zones}
        customer={customer && { id: customer.id, name: customer.name }}
      />
    </Texts>
  );
}
