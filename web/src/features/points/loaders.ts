// Points, for server components.
import "server-only";
import { getLocale } from "next-intl/server";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Points } from "./rules";

/** The signed-in customer's, by business. */
export async function loadOwnPoints(): Promise<Points[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/my-points"));
}

/** A customer's, for who writes in their record. */
export async function loadPoints(customer_id: string): Promise<Points[]> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/customers/{customer_id}/points", { params: { path: { customer_id } } }));
}
