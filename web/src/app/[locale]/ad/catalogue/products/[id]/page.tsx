// One digital product, with its files.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadCatalogueChoices } from "@/features/catalog/loaders";
import { ProductEditor } from "@/features/products/components/ProductEditor";
import { loadEditedProduct } from "@/features/products/loaders";
import { productPath } from "@/features/products/rules";
import { requireArea } from "@/features/session/loaders";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("shelf.products") };
}

export default async function ProductPage({ params }: Props) {
  await requireArea("ad");
  const { id } = await params;
  const [t, locale, product, choices] = await Promise.all([
    getTranslations("catalogue"),
    getLocale(),
    loadEditedProduct(id),
    loadCatalogueChoices(),
  ]);
  if (!product) notFound();
  const isOnSale = product.is_visible && !product.archived_at && product.files.length > 0;
  return (
    <Texts of={["catalogue"]}>
      <PageTitle
        above={<Link href="/ad/catalogue/products/">{t("shelf.products")}</Link>}
        title={product.name[locale] ?? product.name.en ?? product.slug}
        {...(isOnSale && { lead: <Link href={productPath(product)}>{t("seeIt")}</Link> })}
      />
      <ProductEditor product={product} choices={choices} />
    </Texts>
  );
}
