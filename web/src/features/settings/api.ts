// Brand, settings and places of a business, changed in the browser. The only file here that names these endpoints there.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Brand, BrandBody, CustomerField, FieldSet, Group, Place, PlaceBody, Values } from "./rules";

/** Refused with 412 when somebody else saved since `revision` was read. */
const seen = (revision: number) => ({ "If-Match": `"${revision}"` });

export function fetchBrand(slug: string): Promise<Brand> {
  return read(api.GET("/api/businesses/{slug}/brand", { params: { path: { slug } } }));
}

export function saveBrand(slug: string, body: BrandBody, revision: number): Promise<Brand> {
  const params = { path: { slug } };
  return read(api.PUT("/api/businesses/{slug}/brand", { params, body, headers: seen(revision) }));
}

type Kept = Pick<Group, "values" | "revision">;

export function fetchGroup(slug: string, group: string): Promise<Kept> {
  return read(api.GET("/api/businesses/{slug}/settings/{group}", { params: { path: { slug, group } } }));
}

export function saveGroup(slug: string, group: string, values: Values, revision: number): Promise<Kept> {
  return read(
    api.PUT("/api/businesses/{slug}/settings/{group}", {
      params: { path: { slug, group } },
      body: { values },
      headers: seen(revision),
    }),
  );
}

export function fetchPlaces(slug: string): Promise<Place[]> {
  return read(api.GET("/api/businesses/{slug}/locations", { params: { path: { slug } } }));
}

export function savePlace(slug: string, known: Place | null, body: PlaceBody): Promise<Place> {
  if (!known) return read(api.POST("/api/businesses/{slug}/locations", { params: { path: { slug } }, body }));
  return read(
    api.PUT("/api/businesses/{slug}/locations/{location_id}", {
      params: { path: { slug, location_id: known.id } },
      body,
      headers: seen(known.revision),
    }),
  );
}

export function archivePlace(slug: string, location_id: string, archived: boolean): Promise<Place> {
  return read(
    api.POST("/api/businesses/{slug}/locations/{location_id}/archive", {
      params: { path: { slug, location_id } },
      body: { archived },
    }),
  );
}

export function fetchFields(slug: string): Promise<FieldSet> {
  return read(api.GET("/api/businesses/{slug}/customer-fields", { params: { path: { slug } } }));
}

export function saveFields(slug: string, fields: CustomerField[], revision: number): Promise<FieldSet> {
  return read(
    api.PUT("/api/businesses/{slug}/customer-fields", {
      params: { path: { slug } },
      body: { fields },
      headers: seen(revision),
    }),
  );
}
