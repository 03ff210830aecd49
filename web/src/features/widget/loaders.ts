// Which sites may show a business's journey, for server components.
import "server-only";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";

export async function loadSites(business: string): Promise<string[]> {
  const api = await serverApi();
  const { sites } = await read(
    api.GET("/api/businesses/{slug}/widget", { params: { path: { slug: business } } }),
  );
  return sites;
}
