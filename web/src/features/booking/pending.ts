// The key of a wish to book, kept in this window until the answer came: a second press, a reload or a lost answer send
// the same key, so that they can never book twice. And the link of the order that came of it.
import { newIdempotencyKey } from "@/lib/api/browser";

const KEY = "almanac.booking";
/** Between the links of orders that were booked together, behind the `#`. */
export const TOGETHER = ",";

export type Pending = {
  wish: string;
  key: string;
  total: number;
  totals: Record<string, number>;
  consent: boolean;
  download?: boolean;
  cards?: Record<string, number>;
  method: string;
  keep?: boolean;
};

function store(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null; // Switched off by the reader: then only the server's own check stands.
  }
}

/** The wish whose answer has not come yet, if there is one. */
export function pendingBooking(): Pending | null {
  try {
    return JSON.parse(store()?.getItem(KEY) ?? "null") as Pending | null;
  } catch {
    return null;
  }
}

/** The key to send for this wish: the one it was sent with before, or a new one. */
export function keyFor(wish: Omit<Pending, "key">): string {
  const before = pendingBooking();
  if (before?.wish === wish.wish) return before.key;
  const key = newIdempotencyKey();
  store()?.setItem(KEY, JSON.stringify({ ...wish, key }));
  return key;
}

export function forgetPending(): void {
  store()?.removeItem(KEY);
}
