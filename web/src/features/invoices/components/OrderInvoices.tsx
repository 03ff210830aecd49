"use client";
// Invoices of the order whose link the reader holds; nothing while there are none.
import type { Order } from "@/features/orders/rules";
import { useOrderInvoices } from "../hooks";
import { InvoiceLinks } from "./InvoiceLinks";

export function OrderInvoices({ order, token }: { order: Order; token: string }) {
  return <InvoiceLinks invoices={useOrderInvoices(order, token)} level={2} />;
}
