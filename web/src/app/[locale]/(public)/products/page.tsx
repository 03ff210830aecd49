// Every digital product on sale, made on the server, so that search engines read it too.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { houseThings } from "@/features/business/structured";
import { ProductList } from "@/features/products/components/ProductList";
import { loadCanBePaid, loadProducts } from "@/features/products/loaders";
import { productsThing } from "@/features/products/structured";
import { pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";

const PATH = "/products/";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("products"), getLocale()]);
  return pageMetadata({ locale, path: PATH, title: t("title"), description: t("lead"), card: "products" });
}

export default async function ProductsPage() {
  const [t, locale] = await Promise.all([getTranslations("products"), getLocale()]);
  const [products, businesses, canBePaid] = await Promise.all([
    loadProducts(locale),
    loadBusinesses(locale),
    loadCanBePaid(locale),
  ]);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: PATH },
  ];
  return (
    <>
      <StructuredData
        things={[
          ...houseThings(businesses, locale),
          productsThing(products, locale, canBePaid),
          breadcrumbs(steps, locale),
        ]}
      />
      <PageTitle title={t("title")} lead={t("lead")} />
      {products.length === 0 ? (
        <EmptyState title={t("none")} action={<ButtonLink href="/mentors/">{t("mentors")}</ButtonLink>}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <ProductList products={products} />
      )}
    </>
  );
}
