// One digital product: what it is, what it costs, who made it, and the way into the basket.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StructuredData } from "@/components/seo/StructuredData";
import { Notice } from "@/components/ui/Notice";
import { loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { houseThings } from "@/features/business/structured";
import { Face } from "@/features/catalog/components/Face";
import { profileHref } from "@/features/mentors/rules";
import { BuyButton } from "@/features/products/components/BuyButton";
import { Cover } from "@/features/products/components/Cover";
import { ProductList } from "@/features/products/components/ProductList";
import styles from "@/features/products/components/products.module.css";
import { loadCanBePaid, loadProduct, loadProducts } from "@/features/products/loaders";
import { type Product, productPath } from "@/features/products/rules";
import { productThing } from "@/features/products/structured";
import { Link } from "@/lib/i18n/navigation";
import { Texts } from "@/lib/i18n/Texts";
import { formatMoney } from "@/lib/money/money";
import { pageMetadata } from "@/lib/seo/page";
import { breadcrumbs } from "@/lib/seo/things";
import { formatSize } from "@/lib/size";

type Props = { params: Promise<{ slug: string }> };

async function find({ params }: Props): Promise<Product> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  return (await loadProduct(locale, slug)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [product, t, locale] = await Promise.all([find(props), getTranslations("products"), getLocale()]);
  return pageMetadata({
    locale,
    path: productPath(product),
    title: product.name,
    description: product.description || t("lead"),
    picture: product.picture_url ? { url: product.picture_url, alt: product.name } : undefined,
    card: "products",
  });
}

export default async function ProductPage(props: Props) {
  const [product, t, tu, locale] = await Promise.all([
    find(props),
    getTranslations("products"),
    getTranslations("ui"),
    getLocale(),
  ]);
  const price = formatMoney({ amount: product.price_amount, currency: product.currency }, locale);
  const { mentor } = product;
  const [businesses, byMentor, canBePaid] = await Promise.all([
    loadBusinesses(locale),
    loadProducts(locale, mentor.slug),
    loadCanBePaid(locale),
  ]);
  const others = byMentor.filter(({ id, business }) => id !== product.id && business === product.business);
  const steps = [
    { name: "Almanac", path: "/" },
    { name: t("title"), path: "/products/" },
    { name: product.name, path: productPath(product) },
  ];
  return (
    <Texts of={["products"]}>
      <StructuredData
        things={[
          ...houseThings(businesses, locale),
          productThing(product, locale, canBePaid),
          breadcrumbs(steps, locale),
        ]}
      />
      <p>
        <Link href="/products/">{t("all")}</Link>
      </p>
      <article className={styles.page}>
        <Cover url={product.picture_url} />
        <div>
          <h1>{product.name}</h1>
          <p className={styles.who}>
            <Face name={mentor.name} photoUrl={mentor.photo_url} />
            <span>
              <Link
                href={profileHref(
                  { business: product.business, slug: mentor.slug },
                  doors(businesses).online?.slug,
                )}
              >
                {t("by", { name: mentor.name })}
              </Link>
              {mentor.title && <span className={styles.muted}>, {mentor.title}</span>}
            </span>
          </p>
          <p className={styles.lead}>{product.description}</p>
          <div className={styles.buy}>
            <p className={styles.price}>{product.plus_tax ? tu("plusTax", { price }) : price}</p>
            {canBePaid || product.price_amount === 0 ? (
              <BuyButton product={product.id} />
            ) : (
              <Notice tone="note" title={t("noPay")} />
            )}
          </div>
          <section className={styles.section}>
            <h2>{t("what")}</h2>
            <ul className={styles.points}>
              <li>
                {t("pdf", { count: product.file_count })}, {formatSize(product.size, locale)}
              </li>
              <li>{t("atOnce")}</li>
              <li>{t("noAccount")}</li>
              <li>{t("newer")}</li>
            </ul>
          </section>
        </div>
      </article>
      {others.length > 0 && (
        <section className={styles.section}>
          <h2>{t("more", { name: mentor.name })}</h2>
          <ProductList products={others} withMentor={false} heading="h3" />
        </section>
      )}
    </Texts>
  );
}
