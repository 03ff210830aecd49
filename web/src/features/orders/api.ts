// Every endpoint of a booked order, for the browser. The order's link goes along as a header and never in an address.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { Order } from "./rules";

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
