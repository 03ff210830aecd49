// Sums about digital products: what a page and a form know of them.
import type { components } from "@/lib/api/schema";

export type Product = components["schemas"]["ProductOut"];
export type ProductRow = components["schemas"]["ProductRowOut"];
export type EditedProduct = components["schemas"]["EditedProductOut"];
export type LibraryItem = components["schemas"]["LibraryItemOut"];
export type Download = components["schemas"]["DownloadOut"];

/** Where a product's own page is. */
export function productPath({ slug }: Pick<Product, "slug">): string {
  return `/products/${slug}/`;
}
