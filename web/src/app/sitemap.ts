// Every public page in every language, for search engines: the fixed ones, each service, product and person.
import type { MetadataRoute } from "next";
import { loadBusinesses } from "@/features/business/loaders";
import { doors } from "@/features/business/rules";
import { loadServices, loadStaff } from "@/features/catalog/loaders";
import { servicePath } from "@/features/catalog/rules";
import { profileHref } from "@/features/mentors/rules";
import { loadProducts } from "@/features/products/loaders";
import { productPath } from "@/features/products/rules";
import { locales, routing } from "@/lib/i18n/routing";
import { addressOf, languageAddresses } from "@/lib/seo/page";

/** Asked anew each time: what is sold and who sells it changes. */
export const dynamic = "force-dynamic";

const fixed = ["/", "/services/", "/mentors/", "/products/", "/gift-cards/", "/packages/", "/booking/"];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const locale = routing.defaultLocale;
  const businesses = await loadBusinesses(locale);
  const [services, products, ...people] = await Promise.all([
    loadServices(locale),
    loadProducts(locale),
    ...businesses.map(({ slug }) =>
      loadStaff(locale, slug).then((cards) => cards.map((card) => ({ business: slug, slug: card.slug }))),
    ),
  ]);
  const { online } = doors(businesses);
  const paths = [
    ...fixed,
    ...services.map(servicePath),
    ...products.map(productPath),
    ...people.flat().map((profile) => profileHref(profile, online?.slug)),
  ];
  return paths.flatMap((path) =>
    locales.map((each) => ({
      url: addressOf(path, each),
      alternates: { languages: languageAddresses(path) },
    })),
  );
}
