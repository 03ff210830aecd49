// Categories in the order customers read them.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { CatalogueTabs } from "@/features/catalog/components/edit/CatalogueTabs";
import { Shelf } from "@/features/catalog/components/edit/Shelf";
import { loadCategories } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.categories") };
}

export default async function CategoriesPage() {
  await requireArea("ad");
  const locale = await getLocale();
  const [t, categories, businesses] = await Promise.all([
    getTranslations("catalogue"),
    loadCategories(),
    loadBusinesses(locale),
  ]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle title={t("title")} lead={t("categoriesLead")} />
      <CatalogueTabs open="categories" />
      {businesses.map(({ slug, name }) => (
        <Shelf
          key={slug}
          business={slug}
          title={name}
          kind="categories"
          rows={categories
            .filter(({ business }) => business === slug)
            .map((row) => ({
              id: row.id,
              name: row.name[locale] ?? row.name.en ?? row.slug,
              href: `/ad/catalogue/categories/${row.id}/`,
              detail: row.archived_at ? t("isArchived") : t("serviceCount", { count: row.service_count }),
            }))}
        />
      ))}
    </Texts>
  );
}
