// Every endpoint of packages in the browser. A code goes in a body, a link in a header, and neither in an address.
import { api, idempotent } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { EditedPackage, GivenPass, HeldPass, OwnPass, PassBalance, TeamPass } from "./rules";

type Schemas = components["schemas"];
/** What is there already, as it was read; null makes a new one. */
type Known = { id: string; revision: number } | null;

export const putPackage = (package_id: string): Promise<unknown> =>
  read(api.POST("/api/basket/goods", { body: { package_id } }));

export const passBalance = (code: string): Promise<PassBalance> =>
  read(api.POST("/api/pass-balance", { body: { code } }));

/** The package that a letter's link shows, with its code. */
export const heldPass = (token: string, signal?: AbortSignal): Promise<HeldPass> =>
  read(api.GET("/api/linked-pass", { headers: { "X-Pass-Token": token }, ...(signal && { signal }) }));

/** Packages that were bought or given: by the reader's account, and by the link of an order where there is one. */
export const ownPasses = (token?: string, signal?: AbortSignal): Promise<OwnPass[]> =>
  read(
    api.GET("/api/my-passes", {
      ...(token && { headers: { "X-Order-Token": token } }),
      ...(signal && { signal }),
    }),
  );

/** The same `key` again is the same package. */
export const givePass = (body: Schemas["GivePassIn"], key: string): Promise<GivenPass> =>
  read(api.POST("/api/given-passes", { params: { header: idempotent(key) }, body }));

export const voidPass = (pass_id: string, reason: string): Promise<TeamPass> =>
  read(api.POST("/api/passes/{pass_id}/void", { params: { path: { pass_id } }, body: { reason } }));

/** `amount` as it was shown: another one refuses. */
export const refundPass = (pass_id: string, amount: number, note: string): Promise<TeamPass> =>
  read(api.POST("/api/passes/{pass_id}/refund", { params: { path: { pass_id } }, body: { amount, note } }));

export function savePackage(known: Known, body: Schemas["PackageIn"]): Promise<EditedPackage> {
  if (!known) return read(api.POST("/api/catalogue/packages", { body }));
  return read(
    api.PUT("/api/catalogue/packages/{package_id}", {
      params: { path: { package_id: known.id } },
      body,
      headers: { "If-Match": `"${known.revision}"` },
    }),
  );
}

export const archivePackage = (package_id: string, archived: boolean): Promise<EditedPackage> =>
  read(
    api.POST("/api/catalogue/packages/{package_id}/archive", {
      params: { path: { package_id } },
      body: { archived },
    }),
  );
