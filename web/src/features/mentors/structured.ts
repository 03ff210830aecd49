// What search engines are told of people and their sessions: public facts alone.
import type { Thing } from "@/components/seo/StructuredData";
import { businessId } from "@/features/business/structured";
import { decimalString } from "@/lib/money/money";
import { addressOf, publicUrl } from "@/lib/seo/page";
import { withoutTax } from "@/lib/seo/things";
import type { Offered, Profile } from "./rules";

function offer(offered: Offered, url: string): Thing {
  const price = decimalString({ amount: offered.price_amount, currency: offered.currency });
  return {
    "@type": "Offer",
    price,
    priceCurrency: offered.currency,
    ...withoutTax(price, offered.currency, offered.plus_tax),
    availability:
      offered.next_free.length > 0 ? "https://schema.org/InStock" : "https://schema.org/LimitedAvailability",
    url,
  };
}

/** The person with what they can be booked for. */
export function personThings(profile: Profile, path: string, locale: string): Thing[] {
  const url = addressOf(path, locale);
  const person: Thing = {
    "@type": "Person",
    "@id": `${url}#person`,
    name: profile.name,
    url,
    ...(profile.title && { jobTitle: profile.title }),
    ...(profile.biography && { description: profile.biography }),
    ...(profile.photo_url && { image: publicUrl + profile.photo_url }),
    ...(profile.languages.length > 0 && { knowsLanguage: profile.languages }),
    ...(profile.expertise.length > 0 && { knowsAbout: profile.expertise.map(({ name }) => name) }),
    worksFor: { "@type": "Organization", "@id": businessId(profile.business), name: profile.business_name },
  };
  const services = profile.offered.map((offered) => ({
    "@type": "Service",
    name: offered.name,
    ...(offered.description && { description: offered.description }),
    provider: { "@id": `${url}#person` },
    offers: offer(offered, url),
  }));
  const page: Thing = {
    "@type": "ProfilePage",
    "@id": url,
    url,
    name: profile.name,
    inLanguage: locale,
    mainEntity: { "@id": `${url}#person` },
  };
  return [page, person, ...services];
}

/** The list of people as it stands on the page. */
export function listThing(
  profiles: readonly Profile[],
  href: (profile: Profile) => string,
  locale: string,
): Thing {
  return {
    "@type": "ItemList",
    itemListElement: profiles.map((profile, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: profile.name,
      url: addressOf(href(profile), locale),
    })),
  };
}
