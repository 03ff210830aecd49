// A customer's points in the browser. The only file here that names this door.
import { api, idempotent } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Correction, Points } from "./rules";

/** All of the customer's points as they are then; the same `key` again changes nothing more. */
export const correctPoints = (customer_id: string, body: Correction, key: string): Promise<Points[]> =>
  read(
    api.POST("/api/customers/{customer_id}/points", {
      params: { path: { customer_id }, header: idempotent(key) },
      body,
    }),
  );
