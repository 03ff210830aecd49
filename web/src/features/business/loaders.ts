// The businesses of this installation, for server components. The only file here that names an endpoint.
import "server-only";
import { cache } from "react";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import { serverApi } from "@/lib/api/server";

export type Business = components["schemas"]["BusinessOut"];

/** All businesses, in the reader's language. Throws a ProblemError when the API does not answer. */
export const loadBusinesses = cache(async (locale: string): Promise<Business[]> => {
  const api = await serverApi(locale);
  return read(api.GET("/api/businesses"));
});
