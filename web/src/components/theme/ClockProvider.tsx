"use client";
// The product's time in the browser: the server's, carried on by the device, whose own clock may be wrong.
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import type { Instant } from "@/lib/datetime/format";

const Ahead = createContext(0);

/** `now` is the server's time when it made the page. */
export function ClockProvider({ now, children }: { now: Instant; children: ReactNode }) {
  const [ahead] = useState(() => Date.parse(now) - Date.now());
  return <Ahead value={ahead}>{children}</Ahead>;
}

/** `now()`: this instant on the product's clock. */
export function useNow(): () => Instant {
  const ahead = useContext(Ahead);
  return useCallback(() => new Date(Date.now() + ahead).toISOString(), [ahead]);
}
