// Changing the sites that may show a business's journey. The only file here that names this endpoint.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { SiteSettings } from "./rules";

const group = "widget";

function settingsOf(answer: { values: Record<string, unknown>; revision: number }): SiteSettings {
  return { sites: (answer.values.sites as string[] | undefined) ?? [], revision: answer.revision };
}

export async function getSites(slug: string): Promise<SiteSettings> {
  const params = { path: { slug, group } };
  return settingsOf(await read(api.GET("/api/businesses/{slug}/settings/{group}", { params })));
}

export async function saveSites(slug: string, sites: string[], revision: number): Promise<SiteSettings> {
  return settingsOf(
    await read(
      api.PUT("/api/businesses/{slug}/settings/{group}", {
        params: { path: { slug, group } },
        headers: { "If-Match": `"${revision}"` },
        body: { values: { sites } },
      }),
    ),
  );
}
