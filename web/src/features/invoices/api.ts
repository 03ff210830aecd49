// Every endpoint of invoices, for the browser. The order's link goes along as a header and never in an address.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Invoice } from "./rules";

/** The documents of an order, the oldest first, with the link to each file. */
export const orderInvoices = (number: string, token: string, signal: AbortSignal): Promise<Invoice[]> =>
  read(
    api.GET("/api/orders/{number}/invoices", {
      params: { path: { number } },
      headers: { "X-Order-Token": token },
      signal,
    }),
  );
