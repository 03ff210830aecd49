// A new category.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { CategoryEditor } from "@/features/catalog/components/edit/CategoryEditor";
import { loadCatalogueChoices } from "@/features/catalog/loaders";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("newCategory") };
}

export default async function NewCategoryPage() {
  await requireArea("ad");
  const [t, { businesses }] = await Promise.all([getTranslations("catalogue"), loadCatalogueChoices()]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/categories/">{t("shelf.categories")}</Link>}
        title={t("newCategory")}
      />
      <CategoryEditor category={null} businesses={businesses} />
    </Texts>
  );
}
