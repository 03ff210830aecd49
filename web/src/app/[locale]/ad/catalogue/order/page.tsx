// The order in which customers read the services of each category.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { ServiceOrder } from "@/features/catalog/components/edit/ServiceOrder";
import { loadAllServices, loadCategories } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("orderTitle") };
}

export default async function ServiceOrderPage() {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, services, categories, businesses] = await Promise.all([
    getTranslations("catalogue"),
    loadAllServices(),
    loadCategories(),
    loadBusinesses(locale),
  ]);
  const shelvesOf = (business: string) =>
    categories
      .filter((category) => category.business === business)
      .map(({ id, name, slug }) => ({
        id,
        name: name[locale] ?? name.en ?? slug,
        rows: services
          .filter((service) => service.category_id === id)
          .map((service) => ({
            id: service.id,
            name: service.name,
            href: `/ad/catalogue/services/${service.id}/`,
            detail: service.is_visible
              ? formatMoney({ amount: service.price_amount, currency: service.currency }, locale)
              : t("isHidden"),
          })),
      }))
      .filter(({ rows }) => rows.length > 0);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/">{t("title")}</Link>}
        title={t("orderTitle")}
        lead={t("orderLead")}
      />
      {businesses.map(({ slug, name }) => {
        const shelves = shelvesOf(slug);
        return (
          shelves.length > 0 && <ServiceOrder key={slug} business={slug} title={name} shelves={shelves} />
        );
      })}
    </Texts>
  );
}
