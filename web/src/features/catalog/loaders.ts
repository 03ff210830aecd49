// What can be booked, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Choices, EditedCategory, EditedExtra, EditedService, ServiceRow } from "./editing";
import type { Service, StaffCard } from "./rules";
/** Every service that can be booked, in the reader's language; of one business when named. */
export const loadServices = cache(async (locale: string, business?: string): Promise<Service[]> => {
  const api = await serverApi(locale);
  return read(api.GET("/api/services", { params: { query: business ? { business } : {} } }));
});

/** One service by its address, or null when there is none. */
export const loadService = cache(
  async (locale: string, business: string, slug: string): Promise<Service | null> => {
    const api = await serverApi(locale);
    try {
      return await read(api.GET("/api/services/{business}/{slug}", { params: { path: { business, slug } } }));
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return null;
      throw error;
    }
  },
);

/** The public cards of a business's people, by name. */
export const loadStaff = cache(async (locale: string, business: string): Promise<StaffCard[]> => {
  const api = await serverApi(locale);
  const page = await read(api.GET("/api/staff-members", { params: { query: { business, limit: 100 } } }));
  return page.items;
});

const PAGE = 50;
const STATES = ["current", "archived", "all"] as const;

/** One page of services. */
export async function loadServiceRows({
  filters,
  sort,
  after,
}: ListState): Promise<{ services: ServiceRow[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const state: "" | (typeof STATES)[number] = STATES.find((each) => each === filters.state) ?? "";
  const query = { state, business: filters.business ?? "", sort, cursor: after, limit: PAGE };
  const page = await read(api.GET("/api/catalogue/services", { params: { query } }));
  return { services: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file. */
export function servicesFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/catalogue/services.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}

export async function loadEditedService(service_id: string): Promise<EditedService> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/services/{service_id}", { params: { path: { service_id } } }));
}

export async function loadCatalogueChoices(): Promise<Choices> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/choices"));
}

export async function loadCategories(): Promise<EditedCategory[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/categories"));
}

export async function loadExtras(): Promise<EditedExtra[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/extras"));
}

/** All current services, for choosing among them. */
export async function loadAllServices(): Promise<ServiceRow[]> {
  const api = await serverApi(await getLocale());
  const found: ServiceRow[] = [];
  let cursor = "";
  do {
    const page = await read(
      api.GET("/api/catalogue/services", { params: { query: { cursor, limit: 200 } } }),
    );
    found.push(...page.items);
    cursor = page.next_cursor ?? "";
  } while (cursor);
  return found;
}
