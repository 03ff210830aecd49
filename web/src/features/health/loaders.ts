// Whether the parts of the system answer. The only file here that names an endpoint.
import "server-only";
import { serverApi } from "@/lib/api/server";

export type Health = { wellNow: boolean; checks: [string, string][] };

/** What each part says of itself; the server answers 503 with the same body when one that pages need is down. */
export async function loadHealth(): Promise<Health> {
  const api = await serverApi();
  const { data, error } = await api.GET("/api/health/ready");
  const checks = Object.entries((data ?? error)?.checks ?? {});
  return { wellNow: checks.length > 0 && checks.every(([, state]) => state === "ok"), checks };
}
