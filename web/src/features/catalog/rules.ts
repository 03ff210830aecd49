// Sums and orders about services that every page about them shares.
import type { components } from "@/lib/api/schema";

export type Service = components["schemas"]["ServiceOut"];
export type Extra = components["schemas"]["ExtraOut"];
export type StaffCard = components["schemas"]["StaffCard"];

export type Category = Service["category"] & { services: Service[] };

/** Services under their categories, both in the order the server gives. */
export function byCategory(services: readonly Service[]): Category[] {
  const found = new Map<string, Category>();
  for (const service of services) {
    const category = found.get(service.category.slug) ?? { ...service.category, services: [] };
    category.services.push(service);
    found.set(service.category.slug, category);
  }
  return [...found.values()];
}

export type LengthParts = { unit: "minutes" | "hours" | "both"; hours: number; minutes: number };

/** 90 -> 1 h 30 min; 120 -> 2 hours; 45 -> 45 min. */
export function lengthParts(total: number): LengthParts {
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  if (hours === 0) return { unit: "minutes", hours, minutes };
  return { unit: minutes === 0 ? "hours" : "both", hours, minutes };
}

/** Whether somebody costs more or less than somebody else: then the price reads "from". */
export function priceVaries(service: Pick<Service, "staff" | "price_from_amount">): boolean {
  return service.staff.some((person) => person.price_amount !== service.price_from_amount);
}

/** Where a service's own page is. */
export function servicePath({ business, slug }: Pick<Service, "business" | "slug">): string {
  return `/services/${business}/${slug}/`;
}

/** Where "Book this" leads: the journey with the service, and perhaps the person, already chosen. */
export function bookingHref(service: Pick<Service, "business" | "slug">, staffSlug?: string): string {
  const query = new URLSearchParams({ business: service.business, service: service.slug });
  if (staffSlug) query.set("staff", staffSlug);
  return `/booking/?${query}`;
}
