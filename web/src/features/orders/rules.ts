// Sums about orders: links that put a visit into a calendar, and the fragment that opens an order.
import type { components } from "@/lib/api/schema";
import type { Instant } from "@/lib/datetime/format";

export type Order = components["schemas"]["OrderOut"];
export type LinkableOrders = components["schemas"]["LinkableOrdersOut"];
export type OrderLine = components["schemas"]["OrderLineOut"];
export type Visit = OrderLine & { appointment_id: string; starts_at: string; ends_at: string; zone: string };

export function isVisit(line: OrderLine): line is Visit {
  return Boolean(line.appointment_id && line.starts_at && line.ends_at && line.zone);
}

/** Whether nothing of it has a time. */
export function hasOnlyGoods({ lines }: Order): boolean {
  return lines.length > 0 && lines.every(({ kind }) => kind !== "visit");
}

/** Whether something of it is paid and about to be handed over: the worker does that. */
export function awaitsDelivery({ state, lines }: Order): boolean {
  return (
    state === "confirmed" &&
    lines.some((line) => line.kind !== "visit" && !line.delivered_at && line.paid_amount >= line.total_amount)
  );
}

/** Whether more than one business delivers it: then each visit says which. */
export function hasSellers({ lines }: Order): boolean {
  return new Set(lines.map(({ business }) => business)).size > 1;
}

/** The subscriptions that visits belong to, each once. */
export function subscriptionsOf(visits: readonly Visit[]): string[] {
  return [...new Set(visits.flatMap(({ subscription_id: id }) => id ?? []))];
}

/** The visits that are shown each by itself: of those that repeat the next one, what was just to be, and what was asked for; the
 * others stand with the subscription. */
export function cardsOf(visits: readonly Visit[], now: Instant): Visit[] {
  const next = subscriptionsOf(visits).map((id) => {
    const own = visits.filter((visit) => visit.subscription_id === id);
    return own.find((visit) => isLive(visit, now)) ?? own[0];
  });
  const alone = (visit: Visit) => !visit.subscription_id || visit.can_report || visit.change_request;
  return visits.filter((visit) => alone(visit) || next.includes(visit));
}

/** Whether it is still to come, or at least may be. */
export function isLive(visit: Visit, now: Instant): boolean {
  const open = visit.state === "confirmed" || visit.state === "pending";
  return open && Date.parse(visit.ends_at) > Date.parse(now);
}

/** "20260609T090000Z" from an instant. */
function compact(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

type Entry = { title: string; details: string; startsAt: string; endsAt: string };

/** Opens a filled-in entry. The address stays out: it would go to another company before the reader has decided. */
export function googleCalendarUrl({ title, details, startsAt, endsAt }: Entry): string {
  const dates = `${compact(startsAt)}/${compact(endsAt)}`;
  const query = new URLSearchParams({ action: "TEMPLATE", text: title, details, dates });
  return `https://calendar.google.com/calendar/render?${query}`;
}

export function outlookCalendarUrl({ title, details, startsAt, endsAt }: Entry): string {
  const query = new URLSearchParams({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    body: details,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
  });
  return `https://outlook.live.com/calendar/0/deeplink/compose?${query}`;
}

/** What may be done with a visit; asking for it where it may not. */
const CHANGES = ["move", "cancel", "ask-move", "ask-cancel", "report"] as const;
export type ChangeView = (typeof CHANGES)[number];
export type OrderView = { token: string; view: "order" | ChangeView; appointment: string };

/** The ways a visit may be changed by the order's link, in the order in which they are shown. */
export function waysOf({ can_move, can_cancel, can_ask, can_report }: Visit): ChangeView[] {
  const may = {
    move: can_move,
    "ask-move": !can_move && can_ask,
    "ask-cancel": !can_cancel && can_ask,
    report: can_report,
    cancel: can_cancel,
  };
  return (["move", "ask-move", "ask-cancel", "report", "cancel"] as const).filter((way) => may[way]);
}

/** "#link", "#link/move/visit", "#link/ask-cancel/visit". Null without a link. */
export function readFragment(hash: string): OrderView | null {
  const [token = "", named, appointment = ""] = hash.replace(/^#/, "").split("/");
  if (token === "") return null;
  const view = CHANGES.find((each) => each === named);
  if (view && appointment) return { token, view, appointment };
  return { token, view: "order", appointment: "" };
}

export function writeFragment(token: string, view?: ChangeView, appointment?: string): string {
  return view ? `${token}/${view}/${appointment}` : token;
}

export const ORDER_STATES = ["placed", "confirmed", "completed", "cancelled"] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export function isOrderState(word: string): word is OrderState {
  return ORDER_STATES.some((state) => state === word);
}

/** The order of the list that nobody chose: newest first. */
export const STANDARD_SORT = "-placed";
