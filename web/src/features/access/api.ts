// Managers' scopes in the browser. The only file here that names these endpoints.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { ManagerScope, Reach, Seen, Template } from "./rules";

const path = (user_id: string) => ({ path: { user_id } });

export function fetchScope(userId: string): Promise<ManagerScope> {
  return read(api.GET("/api/manager-scopes/{user_id}", { params: path(userId) }));
}

/** Replaces the scope; refused with 409 or 412 when it is no longer the one with this revision. */
export function saveScope(userId: string, reach: Reach, revision: number): Promise<ManagerScope> {
  return read(
    api.PUT("/api/manager-scopes/{user_id}", {
      params: path(userId),
      body: reach,
      headers: { "If-Match": `"${revision}"` },
    }),
  );
}

/** What a manager would see with it, in counts. Saves nothing. */
export function previewScope(reach: Reach, signal: AbortSignal): Promise<Seen> {
  return read(api.POST("/api/scope-preview", { body: reach, signal }));
}

export function addTemplate(name: string, reach: Reach): Promise<Template> {
  return read(api.POST("/api/scope-templates", { body: { name, ...reach } }));
}

export async function archiveTemplate(template_id: string): Promise<void> {
  await read(api.DELETE("/api/scope-templates/{template_id}", { params: { path: { template_id } } }));
}
