"use client";
// The order behind the fragment of the address, and ways to move within it that Back understands.
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useHash } from "@/lib/useHash";
import { linkedOrder } from "./api";
import { awaitsDelivery, type Order, type OrderView, readFragment } from "./rules";

/** The fragment as it stands; undefined while the server draws the page, which never sees it. */
export function useFragment(): OrderView | null | undefined {
  const hash = useHash();
  return hash === undefined ? undefined : readFragment(hash);
}

/** Goes to another fragment; with `replace`, Back does not lead to where we were. */
export function goToFragment(fragment: string, { replace = false } = {}): void {
  if (!replace) {
    window.location.hash = fragment;
    return;
  }
  window.history.replaceState(window.history.state, "", `#${fragment}`);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

const isUnfinished = (order: Order) =>
  awaitsDelivery(order) || (order.state === "confirmed" && order.lines.some((line) => line.awaits_payment));

const orderBehind = (token: string) => ({
  queryKey: ["order", token],
  queryFn: ({ signal }: { signal: AbortSignal }) => linkedOrder(token, signal),
  staleTime: 5_000,
  // Paid a moment ago: what follows from it is written by the worker.
  refetchInterval: ({ state }: { state: { data?: Order | undefined } }) =>
    state.data && isUnfinished(state.data) ? 1_500 : false,
});

export function useOrder(token: string) {
  return useQuery(orderBehind(token));
}

/** Those of the orders that are there already. */
export function useOrders(tokens: string[]): Order[] {
  return useQueries({ queries: tokens.map(orderBehind) }).flatMap(({ data }) => data ?? []);
}

/** Asks for the order anew, and forgets what was known about free times. */
export function useFreshOrder(token: string): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(async () => {
    cache.removeQueries({ queryKey: ["free times"] });
    await cache.invalidateQueries({ queryKey: ["order", token] });
  }, [cache, token]);
}
