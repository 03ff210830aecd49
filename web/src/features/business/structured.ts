// What search engines are told of the house and its businesses: what stands on the pages too.
import type { Thing } from "@/components/seo/StructuredData";
import { addressOf, publicUrl } from "@/lib/seo/page";
import type { Business } from "./loaders";

const iconPath = "/icons/512.png";

function contact({ phone, email }: Business) {
  return { ...(phone && { telephone: phone }), ...(email && { email }) };
}

/** The name by which other facts refer to a business. */
export function businessId(slug: string): string {
  return `${publicUrl}/#${slug}`;
}

/** The site, the house, and each business: those who come to the door are local ones. */
export function houseThings(businesses: readonly Business[], locale: string): Thing[] {
  const house: Thing = {
    "@type": "Organization",
    "@id": `${publicUrl}/#almanac`,
    name: "Almanac",
    url: addressOf("/", locale),
    logo: publicUrl + iconPath,
  };
  const site: Thing = {
    "@type": "WebSite",
    "@id": `${publicUrl}/#site`,
    name: "Almanac",
    url: addressOf("/", locale),
    inLanguage: locale,
    publisher: { "@id": `${publicUrl}/#almanac` },
  };
  const each = businesses.map((business) => ({
    "@type": business.visits_at_customer ? "LocalBusiness" : "Organization",
    "@id": businessId(business.slug),
    name: business.name,
    url: addressOf(business.visits_at_customer ? "/services/" : "/mentors/", locale),
    ...(business.tagline && { description: business.tagline }),
    ...contact(business),
    ...(business.logo_url && { logo: publicUrl + business.logo_url }),
    ...(business.languages.length > 0 && { knowsLanguage: business.languages }),
    ...(business.visits_at_customer && { currenciesAccepted: business.currency }),
    parentOrganization: { "@id": `${publicUrl}/#almanac` },
  }));
  return [site, house, ...each];
}
