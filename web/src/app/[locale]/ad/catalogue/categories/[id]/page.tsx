// One category.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { CategoryEditor } from "@/features/catalog/components/edit/CategoryEditor";
import { loadCatalogueChoices, loadCategories } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.categories") };
}

export default async function CategoryPage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, locale, categories, { businesses }] = await Promise.all([
    getTranslations("catalogue"),
    getLocale(),
    loadCategories(),
    loadCatalogueChoices(),
  ]);
  const category = categories.find((each) => each.id === id) ?? notFound();
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/categories/">{t("shelf.categories")}</Link>}
        title={category.name[locale] ?? category.name.en ?? category.slug}
      />
      <CategoryEditor category={category} businesses={businesses} />
    </Texts>
  );
}
