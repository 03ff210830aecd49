// Facts for search engines that every kind of page has.
import { addressOf } from "./page";

/** Where a page stands: the way down to it. */
export function breadcrumbs(steps: { name: string; path: string }[], locale: string) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: addressOf(path, locale),
    })),
  };
}

/** A price that is written without the tax it bears; nothing more of one that has it. */
export function withoutTax(price: string, currency: string, plusTax: boolean) {
  if (!plusTax) return {};
  return {
    priceSpecification: {
      "@type": "PriceSpecification",
      price,
      priceCurrency: currency,
      valueAddedTaxIncluded: false,
    },
  };
}
