// The catalogue being edited. The only file here that names these endpoints in the browser.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { EditedCategory, EditedExtra, EditedService, ServiceBody } from "./editing";

type Schemas = components["schemas"];
export type CategoryBody = Schemas["CategoryIn"];
export type ExtraBody = Schemas["ExtraEditIn"];
/** What is there already, as it was read; null makes a new one. */
type Known = { id: string; revision: number } | null;

const seen = (revision: number) => ({ "If-Match": `"${revision}"` });

export function saveService(known: Known, body: ServiceBody): Promise<EditedService> {
  if (!known) return read(api.POST("/api/catalogue/services", { body }));
  return read(
    api.PUT("/api/catalogue/services/{service_id}", {
      params: { path: { service_id: known.id } },
      body,
      headers: seen(known.revision),
    }),
  );
}

export function archiveService(service_id: string, archived: boolean): Promise<EditedService> {
  return read(
    api.POST("/api/catalogue/services/{service_id}/archive", {
      params: { path: { service_id } },
      body: { archived },
    }),
  );
}

export function saveCategory(known: Known, body: CategoryBody): Promise<EditedCategory> {
  if (!known) return read(api.POST("/api/catalogue/categories", { body }));
  return read(
    api.PUT("/api/catalogue/categories/{category_id}", {
      params: { path: { category_id: known.id } },
      body,
      headers: seen(known.revision),
    }),
  );
}

export function archiveCategory(category_id: string, archived: boolean): Promise<EditedCategory> {
  return read(
    api.POST("/api/catalogue/categories/{category_id}/archive", {
      params: { path: { category_id } },
      body: { archived },
    }),
  );
}

export function saveExtra(known: Known, body: ExtraBody): Promise<EditedExtra> {
  if (!known) return read(api.POST("/api/catalogue/extras", { body }));
  return read(
    api.PUT("/api/catalogue/extras/{extra_id}", {
      params: { path: { extra_id: known.id } },
      body,
      headers: seen(known.revision),
    }),
  );
}

export function archiveExtra(extra_id: string, archived: boolean): Promise<EditedExtra> {
  return read(
    api.POST("/api/catalogue/extras/{extra_id}/archive", {
      params: { path: { extra_id } },
      body: { archived },
    }),
  );
}

export type ShelfKind = "services" | "categories" | "extras" | "bundles";

/** Which customers read first. */
export async function arrange(business: string, kind: ShelfKind, ids: string[]): Promise<void> {
  await read(
    api.PUT("/api/catalogue/{business}/{kind}/order", {
      params: { path: { business, kind } },
      body: { ids },
    }),
  );
}

/** Keeps a picture and tells where it is. */
export async function sendPicture(file: File): Promise<string> {
  const form = new FormData();
  form.append("file", file);
  const kept = await read(
    api.POST("/api/pictures", {
      body: form as unknown as { file: string }, // The document calls the bytes of a file a string.
      bodySerializer: (body) => body,
    }),
  );
  return kept.url;
}
