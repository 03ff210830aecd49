// The people who can be booked, for server components.
import "server-only";
import { cache } from "react";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import { type Profile, type Profiles, type Search, toQuery } from "./rules";

const PAGE = 24;

/** The people found, with the next free time of each and what there is to choose from. */
export async function loadProfiles(locale: string, business: string, search: Search): Promise<Profiles> {
  const api = await serverApi(locale);
  const query = { business, limit: PAGE, ...toQuery(search) };
  return read(api.GET("/api/profiles", { params: { query } }));
}

/** One person by their address, or null when there is nobody. */
export const loadProfile = cache(
  async (locale: string, business: string, slug: string): Promise<Profile | null> => {
    const api = await serverApi(locale);
    try {
      return await read(api.GET("/api/profiles/{business}/{slug}", { params: { path: { business, slug } } }));
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return null;
      throw error;
    }
  },
);
