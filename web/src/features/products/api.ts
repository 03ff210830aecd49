// Every endpoint of digital products in the browser: bought, downloaded, and edited.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Download, EditedProduct, LibraryItem } from "./rules";

export type ProductBody = components["schemas"]["ProductIn"];
/** What is there already, as it was read; null makes a new one. */
type Known = { id: string; revision: number } | null;

/** The order's link goes along as a header and never in an address. */
const by = (token: string | undefined) => (token ? { headers: { "X-Order-Token": token } } : {});

export const putInBasket = (product_id: string): Promise<unknown> =>
  read(api.POST("/api/basket/goods", { body: { product_id } }));

/** What was bought: in the reader's account, and by the link of an order where there is one. */
export const library = (token?: string, signal?: AbortSignal): Promise<LibraryItem[]> =>
  read(api.GET("/api/library", { ...by(token), ...(signal && { signal }) }));

/** A link to a file for an hour. Counts as one download. */
export const makeDownload = (entitlement_id: string, file_id: string, token?: string): Promise<Download> =>
  read(
    api.POST("/api/library/{entitlement_id}/files/{file_id}", {
      params: { path: { entitlement_id, file_id } },
      ...by(token),
    }),
  );

export function saveProduct(known: Known, body: ProductBody): Promise<EditedProduct> {
  if (!known) return read(api.POST("/api/catalogue/products", { body }));
  return read(
    api.PUT("/api/catalogue/products/{product_id}", {
      params: { path: { product_id: known.id } },
      body,
      headers: { "If-Match": `"${known.revision}"` },
    }),
  );
}

export const archiveProduct = (product_id: string, archived: boolean): Promise<EditedProduct> =>
  read(
    api.POST("/api/catalogue/products/{product_id}/archive", {
      params: { path: { product_id } },
      body: { archived },
    }),
  );

export function sendProductFile(product_id: string, file: File): Promise<EditedProduct> {
  const form = new FormData();
  form.append("file", file);
  return read(
    api.POST("/api/catalogue/products/{product_id}/files", {
      params: { path: { product_id } },
      body: form as unknown as { file: string }, // The document calls the bytes of a file a string.
      bodySerializer: (body) => body,
    }),
  );
}

export const dropProductFile = (product_id: string, file_id: string): Promise<EditedProduct> =>
  read(
    api.DELETE("/api/catalogue/products/{product_id}/files/{file_id}", {
      params: { path: { product_id, file_id } },
    }),
  );
