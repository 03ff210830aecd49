"use client";
// The documents of an order whose link the reader holds.
import { useQuery } from "@tanstack/react-query";
import type { Order } from "@/features/orders/rules";
import { orderInvoices } from "./api";
import type { Invoice } from "./rules";

const EVERY = 1_500;
const TRIES = 8;

/** They are written by the worker, a moment after the order is confirmed: so it is asked a few times for the first one. */
export function useOrderInvoices(order: Order, token: string): Invoice[] {
  const { data = [] } = useQuery({
    queryKey: ["order", token, "invoices", order.paid_amount, order.state],
    queryFn: ({ signal }) => orderInvoices(order.number, token, signal),
    refetchInterval: ({ state }) =>
      (order.state === "confirmed" || order.state === "completed") &&
      state.data?.length === 0 &&
      state.dataUpdateCount < TRIES
        ? EVERY
        : false,
  });
  return data;
}
