import { expect, it } from "vitest";
import { endWords, titleOf } from "./done";
import type { Order } from "./rules";

const visit = {
  kind: "visit",
  appointment_id: "a",
  starts_at: "2026-03-04T10:00:00Z",
  ends_at: "2026-03-04T11:00:00Z",
  zone: "Europe/London",
  state: "confirmed",
};
const good = { kind: "product" };
const order = (change: object) =>
  ({ state: "confirmed", lines: [visit], payments: [], owed_amount: 0, ...change }) as unknown as Order;
const over = { state: "cancelled" };
const paid = { payments: [{ state: "captured" }] };

it.each([
  [{}, "title"],
  [{ lines: [{ ...visit, state: "pending" }] }, "titlePending"],
  [{ lines: [good] }, "titleGoods"],
  [{ state: "placed", can_pay: true }, "titleUnpaid"],
  [{ state: "placed", can_pay: true, lines: [good] }, "titleUnpaidGoods"],
  [{ ...over, lapsed: true }, "titleLapsed"],
  [{ ...over, lapsed: true, lines: [good] }, "titleLapsedGoods"],
  [over, "titleEnded"],
  [{ ...over, ...paid }, "titleEnded"],
  [{ ...over, lines: [good] }, "titleEnded"],
  [{ state: "placed", in_review: true }, "titleReview"],
])("%j is headed %s", (change, title) => expect(titleOf(order(change))).toBe(title));

it.each([
  [{ ...over, lapsed: true }, "lapsed"],
  [{ ...over, lapsed: true, lines: [good] }, "lapsedGoods"],
  [over, "endedFree"],
  [{ ...over, ...paid }, "endedPaid"],
  [{ ...over, owed_amount: 2000 }, null],
])("of %j it says %s", (change, words) => expect(endWords(order(change))).toBe(words));
