// Every endpoint of the editors of bundles in the browser.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { EditedBundle } from "./rules";

/** What is there already, as it was read; null makes a new one. */
type Known = { id: string; revision: number } | null;

export function saveBundle(known: Known, body: components["schemas"]["BundleIn"]): Promise<EditedBundle> {
  if (!known) return read(api.POST("/api/catalogue/bundles", { body }));
  return read(
    api.PUT("/api/catalogue/bundles/{bundle_id}", {
      params: { path: { bundle_id: known.id } },
      body,
      headers: { "If-Match": `"${known.revision}"` },
    }),
  );
}

export const archiveBundle = (bundle_id: string, archived: boolean): Promise<EditedBundle> =>
  read(
    api.POST("/api/catalogue/bundles/{bundle_id}/archive", {
      params: { path: { bundle_id } },
      body: { archived },
    }),
  );
