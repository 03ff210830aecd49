// A new digital product.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadCatalogueChoices } from "@/features/catalog/loaders";
import { ProductEditor } from "@/features/products/components/ProductEditor";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("newProduct") };
}

export default async function NewProductPage() {
  await requireArea("ad");
  const [t, choices] = await Promise.all([getTranslations("catalogue"), loadCatalogueChoices()]);
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/products/">{t("shelf.products")}</Link>}
        title={t("newProduct")}
      />
      <ProductEditor product={null} choices={choices} />
    </Texts>
  );
}
