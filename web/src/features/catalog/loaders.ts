// What can be booked, for server components.
import "server-only";
import { cache } from "react";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
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
