// How a finished booking is told on its page: the heading, and what is said of one that has ended.
import { awaitsDelivery, hasOnlyGoods, isVisit, type Order } from "./rules";

/** "Not paid in time" is said of that alone; whatever else ended it, the order has ended. */
export function titleOf(order: Order) {
  const onlyGoods = hasOnlyGoods(order);
  if (order.in_review) return "titleReview";
  if (order.lapsed) return onlyGoods ? "titleLapsedGoods" : "titleLapsed";
  if (order.state === "cancelled") return "titleEnded";
  if (isUnpaid(order)) return onlyGoods ? "titleUnpaidGoods" : "titleUnpaid";
  if (onlyGoods) return awaitsDelivery(order) ? "titleSoon" : "titleGoods";
  return isPending(order) ? "titlePending" : "title";
}

/** What is said of an order that has ended; null where what it still costs is said below. */
export function endWords(order: Order) {
  if (order.lapsed) return hasOnlyGoods(order) ? "lapsedGoods" : "lapsed";
  if (order.owed_amount > 0) return null;
  return order.payments.some(({ state }) => state === "captured") ? "endedPaid" : "endedFree";
}

/** Whether its customer is to pay before it stands. */
export function isUnpaid(order: Order): boolean {
  return order.state === "placed" && order.can_pay;
}

/** Whether the team has to say yes to a visit. */
export function isPending({ lines }: Order): boolean {
  return lines.filter(isVisit).some((visit) => visit.state === "pending" && !visit.awaits_payment);
}
