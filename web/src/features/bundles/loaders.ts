// Bundles, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Bundle, BundleRow, EditedBundle } from "./rules";

/** Every bundle on sale, in the reader's language. */
export const loadBundles = cache(async (locale: string): Promise<Bundle[]> => {
  const api = await serverApi(locale);
  return read(api.GET("/api/bundles"));
});

export async function loadBundleRows(): Promise<BundleRow[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/bundles"));
}

/** One of them as it is edited, or null. */
export async function loadEditedBundle(bundle_id: string): Promise<EditedBundle | null> {
  const api = await serverApi(await getLocale());
  try {
    return await read(api.GET("/api/catalogue/bundles/{bundle_id}", { params: { path: { bundle_id } } }));
  } catch (error) {
    if (error instanceof ProblemError && [404, 422].includes(error.problem.status)) return null;
    throw error;
  }
}
