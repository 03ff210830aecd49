// Packages of visits, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { type ListState, listQuery, withoutEmpty } from "@/components/list/address";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import {
  type EditedPackage,
  isPassState,
  type OwnPass,
  type Package,
  type PackageRow,
  type PassPage,
  type TeamPass,
} from "./rules";

const PAGE = 25;

/** Every package on sale, in the reader's language; good for one service when named. */
export const loadPackages = cache(async (locale: string, service?: string): Promise<Package[]> => {
  const api = await serverApi(locale);
  return read(api.GET("/api/packages", { params: { query: service ? { service } : {} } }));
});

/** What the signed-in customer has. */
export async function loadOwnPasses(): Promise<OwnPass[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my-passes"));
}

export async function loadPackageRows(): Promise<PackageRow[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/packages"));
}

/** One of them as it is edited, or null. */
export async function loadEditedPackage(package_id: string): Promise<EditedPackage | null> {
  const api = await serverApi(await getLocale());
  return found(read(api.GET("/api/catalogue/packages/{package_id}", { params: { path: { package_id } } })));
}

/** One page of all that customers have, as the address asks for them. */
export async function loadPasses({
  filters,
  sort,
  after,
}: ListState): Promise<{ passes: TeamPass[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const { state = "", ending = "", package_id = "" } = filters;
  const query = {
    state: isPassState(state) ? state : ("" as const),
    ending: ending.slice(0, 20),
    ...(package_id && { package_id }),
    sort,
    cursor: after,
    limit: PAGE,
  };
  const page = await read(api.GET("/api/passes", { params: { query } }));
  return { passes: page.items, next: page.next_cursor ?? null };
}

/** Where the same list is as a file, its titles in the reader's language. */
export function passesFile(state: ListState, language: string): string {
  const { after: _, ...query } = listQuery(state);
  return `/api/passes.csv?${new URLSearchParams(withoutEmpty({ ...query, language }))}`;
}

/** One of them with its visits and movements, or null. */
export async function loadPass(pass_id: string): Promise<PassPage | null> {
  const api = await serverApi(await getLocale());
  return found(read(api.GET("/api/passes/{pass_id}", { params: { path: { pass_id } } })));
}

async function found<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProblemError && [404, 422].includes(error.problem.status)) return null;
    throw error;
  }
}
