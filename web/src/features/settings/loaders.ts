// Brand, settings and places of a business, for server components. Administrators.
import "server-only";
import { getLocale } from "next-intl/server";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Brand, FieldSet, Group, Place } from "./rules";

export async function loadBrand(slug: string): Promise<Brand> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/businesses/{slug}/brand", { params: { path: { slug } } }));
}

export async function loadGroups(slug: string): Promise<Group[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/businesses/{slug}/settings", { params: { path: { slug } } }));
}

export async function loadPlaces(slug: string): Promise<Place[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/businesses/{slug}/locations", { params: { path: { slug } } }));
}

export async function loadFields(slug: string): Promise<FieldSet> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/businesses/{slug}/customer-fields", { params: { path: { slug } } }));
}
