// What search engines are told of digital products: name, price and who made it, as they stand on the page.
import type { Thing } from "@/components/seo/StructuredData";
import { businessId } from "@/features/business/structured";
import { decimalString } from "@/lib/money/money";
import { addressOf, publicUrl } from "@/lib/seo/page";
import { withoutTax } from "@/lib/seo/things";
import { type Product, productPath } from "./rules";

export function productThing(product: Product, locale: string, canBePaid: boolean): Thing {
  const url = addressOf(productPath(product), locale);
  const price = decimalString({ amount: product.price_amount, currency: product.currency });
  return {
    "@type": "Product",
    "@id": `${url}#product`,
    name: product.name,
    ...(product.description && { description: product.description }),
    url,
    ...(product.picture_url && { image: publicUrl + product.picture_url }),
    category: "PDF",
    brand: { "@type": "Person", name: product.mentor.name },
    offers: {
      "@type": "Offer",
      price,
      priceCurrency: product.currency,
      ...withoutTax(price, product.currency, product.plus_tax),
      availability: `https://schema.org/${canBePaid ? "InStock" : "OutOfStock"}`,
      url,
      seller: { "@id": businessId(product.business) },
    },
  };
}

/** The products as a list, each with its offer. */
export function productsThing(products: readonly Product[], locale: string, canBePaid: boolean): Thing {
  return {
    "@type": "ItemList",
    itemListElement: products.map((product, index) => ({
      "@type": "ListItem",
      position: index + 1,
      item: productThing(product, locale, canBePaid),
    })),
  };
}
