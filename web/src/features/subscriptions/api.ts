// Subscriptions for the browser. The only file here that names its endpoints; an order's link goes in a header.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { components } from "@/lib/api/schema";
import type { Plan, SeriesChange, SubscriptionWhole } from "./rules";

type Schemas = components["schemas"];
/** Which subscription, and the link of its order where nobody is signed in. */
export type Whose = { id: string; token?: string };

function about({ id, token }: Whose) {
  const headers = token ? { headers: { "X-Order-Token": token } } : {};
  return { params: { path: { subscription_id: id } }, ...headers };
}

export const getSubscription = (whose: Whose): Promise<SubscriptionWhole> =>
  read(api.GET("/api/subscriptions/{subscription_id}", about(whose)));

/** With whom and where its visits may be. */
export const getChoices = (whose: Whose): Promise<Schemas["SeriesChoicesOut"]> =>
  read(api.GET("/api/subscriptions/{subscription_id}/choices", about(whose)));

/** Whether it goes on after its term. */
export const setCarryingOn = (whose: Whose, carries_on: boolean): Promise<SubscriptionWhole> =>
  read(
    api.PUT("/api/subscriptions/{subscription_id}/carrying-on", { ...about(whose), body: { carries_on } }),
  );

/** What a change would do; changes nothing. */
export const planChange = (whose: Whose, body: SeriesChange): Promise<Plan> =>
  read(api.POST("/api/subscriptions/{subscription_id}/plan", { ...about(whose), body }));

export const makeChange = (whose: Whose, body: Schemas["SeriesConfirmIn"]): Promise<SubscriptionWhole> =>
  read(api.POST("/api/subscriptions/{subscription_id}/change", { ...about(whose), body }));
