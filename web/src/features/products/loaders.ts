// Digital products, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { ProblemError } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { EditedProduct, LibraryItem, Product, ProductRow } from "./rules";

/** Every product on sale, in the reader's language; of one mentor when named. */
export const loadProducts = cache(async (locale: string, mentor?: string): Promise<Product[]> => {
  const api = await serverApi(locale);
  return read(api.GET("/api/products", { params: { query: mentor ? { mentor } : {} } }));
});

/** One product by its address, or null when it is not on sale. */
export const loadProduct = cache(async (locale: string, slug: string): Promise<Product | null> => {
  const api = await serverApi(locale);
  try {
    return await read(api.GET("/api/products/{slug}", { params: { path: { slug } } }));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
});

/** Whether anything can be paid for by a page just now: what is downloaded is paid first. */
export const loadCanBePaid = cache(async (locale: string): Promise<boolean> => {
  const api = await serverApi(locale);
  return (await read(api.GET("/api/payment-methods"))).length > 0;
});

/** What the signed-in customer bought. */
export async function loadLibrary(): Promise<LibraryItem[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/library"));
}

export async function loadProductRows(): Promise<ProductRow[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/catalogue/products"));
}

/** One of them, or null. */
export async function loadEditedProduct(product_id: string): Promise<EditedProduct | null> {
  const api = await serverApi(await getLocale());
  try {
    return await read(api.GET("/api/catalogue/products/{product_id}", { params: { path: { product_id } } }));
  } catch (error) {
    if (error instanceof ProblemError && [404, 422].includes(error.problem.status)) return null;
    throw error;
  }
}
