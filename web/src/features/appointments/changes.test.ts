import { expect, it } from "vitest";
import { teamsChangeOnOrder, teamsWays } from "./changes";
import type { OrderLine, Visit } from "./rules";

const may = (line: Partial<OrderLine>) => ({ can_move: true, can_cancel: true, ...line }) as OrderLine;

it("offers the team what the server says that they may, and declines what waits for a yes", () => {
  expect(teamsWays({ line: may({}), state: "confirmed" })).toEqual(["move", "cancel"]);
  expect(teamsWays({ line: may({}), state: "pending" })).toEqual(["move", "decline"]);
  expect(teamsWays({ line: may({ awaits_payment: true }), state: "pending" })).toEqual(["move", "cancel"]);
  expect(teamsWays({ line: may({ can_move: false, can_cancel: false }), state: "confirmed" })).toEqual([]);
});

it("speaks to the team of an order's visit, never as to its customer", () => {
  const visit = {
    order: {
      customer_name: "Margaret Hill",
      customer_email: "m@example.com",
      business_phone: "020",
      business_email: "b",
    },
    line: may({ name: "Clean", can_ask: true }),
    appointmentId: "a",
  } as Visit;
  expect(teamsChangeOnOrder(visit)).toMatchObject({
    appointmentId: "a",
    name: "Clean",
    reader: "team",
    told: "Margaret",
    canAsk: false,
    business: { phone: "", email: "" },
  });
});
