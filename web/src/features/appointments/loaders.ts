// Appointments and orders for server components, each as far as the reader may see them.
import "server-only";
import { getLocale } from "next-intl/server";
import { read } from "@/lib/api/read";
import { serverApi } from "@/lib/api/server";
import type { Instant } from "@/lib/datetime/format";
import type { Appointment, Order } from "./rules";

type Wanted = {
  from?: Instant;
  before?: Instant;
  states?: Appointment["state"][];
  staff?: string[];
  newestFirst?: boolean;
};

/** A dashboard shows a day or two weeks; beyond this many somebody needs a search, not a longer list. */
const MOST = 300;

/** All appointments of a range, page after page; `complete` is false when there were more than a dashboard can show. */
export async function loadAppointments({ from, before, states, staff, newestFirst }: Wanted): Promise<{
  appointments: Appointment[];
  complete: boolean;
}> {
  const api = await serverApi(await getLocale());
  const appointments: Appointment[] = [];
  let cursor: string | null = "";
  do {
    const page: { items: Appointment[]; next_cursor?: string | null } = await read(
      api.GET("/api/appointments", {
        params: {
          query: {
            cursor,
            limit: 100,
            newest_first: newestFirst ?? false,
            ...(from && { starting_from: from }),
            ...(before && { starting_before: before }),
            ...(states && { state: states }),
            ...(staff && { staff }),
          },
        },
      }),
    );
    appointments.push(...page.items);
    cursor = page.next_cursor ?? null;
  } while (cursor && appointments.length < MOST);
  return { appointments, complete: !cursor };
}

/** One page of the reader's orders, the newest first. */
export async function loadOrders(cursor = "", limit = 20): Promise<{ orders: Order[]; next: string | null }> {
  const api = await serverApi(await getLocale());
  const page = await read(api.GET("/api/orders", { params: { query: { cursor, limit } } }));
  return { orders: page.items, next: page.next_cursor ?? null };
}

export async function loadOrder(number: string): Promise<Order> {
  const api = await serverApi(await getLocale());
  return read(api.GET("/api/orders/{number}", { params: { path: { number } } }));
}

/** The secret address of the reader's own appointments, if they made one. */
export async function loadFeed(): Promise<string | null> {
  const api = await serverApi(await getLocale());
  return (await read(api.GET("/api/my/calendar-feed"))).url;
}
