"use client";
// The key behind the # of the address, which no server sees.
import { useHash } from "@/lib/useHash";

/** The key as it stands, "" without one; undefined while the server draws the page. */
export function useKey(): string | undefined {
  return useHash()?.slice(1);
}
