// Every endpoint of a booked order, for the browser. The order's link goes along as a header and never in an address.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { LinkableOrders, Order } from "./rules";

const by = (token: string) => ({ headers: { "X-Order-Token": token } });

export const linkedOrder = (token: string, signal?: AbortSignal): Promise<Order> =>
  read(api.GET("/api/linked-order", { ...by(token), ...(signal && { signal }) }));

/** The link of an order, for somebody who knows its number and e-mail. */
export const track = (number: string, email: string): Promise<{ token: string }> =>
  read(api.POST("/api/tracking", { body: { number, email } }));

/** All visits of an order as an iCalendar file. */
export const calendarFile = (token: string, number: string): Promise<Blob> =>
  read(
    api.GET("/api/orders/{number}/calendar.ics", {
      params: { path: { number } },
      parseAs: "blob",
      ...by(token),
    }),
  );

/** What the reader's account may add to itself; a stranger is told that they are none. */
export const linkableOrders = (token: string): Promise<LinkableOrders> =>
  read(api.GET("/api/linkable-orders", by(token)));

/** Adds orders that were booked as a guest to the reader's account; with the link of one of them where there is one. */
export const addToAccount = (orders: string[], token?: string): Promise<unknown> =>
  read(api.POST("/api/linkable-orders", { body: { order_ids: orders }, ...(token && by(token)) }));

/** Asks for a letter with a link to an account; the answer is the same whether there is one. */
export const wishForAccount = (token: string): Promise<unknown> =>
  read(api.POST("/api/linked-order/account", by(token)));

/** Puts what an order of the reader's account held into the basket; answers where to go on. */
export const bookAgain = (number: string): Promise<{ business: string; line: string }> =>
  read(api.POST("/api/orders/{number}/again", { params: { path: { number } } }));
