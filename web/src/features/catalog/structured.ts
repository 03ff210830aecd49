// What search engines are told of services: their names and prices, as they stand on the page.
import type { Thing } from "@/components/seo/StructuredData";
import { businessId } from "@/features/business/structured";
import { decimalString } from "@/lib/money/money";
import { addressOf, publicUrl } from "@/lib/seo/page";
import { withoutTax } from "@/lib/seo/things";
import { priceVaries, type Service, servicePath } from "./rules";

/** One service with its offer: one price, or the lowest and the highest where people differ. */
export function serviceThing(service: Service, locale: string): Thing {
  const url = addressOf(servicePath(service), locale);
  const price = (amount: number) => decimalString({ amount, currency: service.currency });
  const prices = service.staff.map(({ price_amount }) => price_amount);
  const common = { priceCurrency: service.currency, availability: "https://schema.org/InStock", url };
  return {
    "@type": "Service",
    "@id": `${url}#service`,
    name: service.name,
    ...(service.description && { description: service.description }),
    serviceType: service.category.name,
    url,
    ...(service.picture_url && { image: publicUrl + service.picture_url }),
    provider: { "@id": businessId(service.business) },
    offers: priceVaries(service)
      ? {
          "@type": "AggregateOffer",
          ...common,
          lowPrice: price(service.price_from_amount),
          highPrice: price(Math.max(...prices)),
          offerCount: prices.length,
        }
      : {
          "@type": "Offer",
          ...common,
          price: price(service.price_from_amount),
          ...withoutTax(price(service.price_from_amount), service.currency, service.plus_tax),
        },
  };
}

/** The services as a list, each with its offer. */
export function servicesThing(services: readonly Service[], locale: string): Thing {
  return {
    "@type": "ItemList",
    itemListElement: services.map((service, index) => ({
      "@type": "ListItem",
      position: index + 1,
      item: serviceThing(service, locale),
    })),
  };
}
