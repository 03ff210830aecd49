import { describe, expect, it } from "vitest";
import type { Basket } from "../booking/rules";
import { hasMail, missingOf, paysAhead, unsaved } from "./rules";

const line = { id: "l1", name: "Regular clean" };
const basket = { lines: [line], goods: [{ id: "g1" }] } as unknown as Basket;

describe("what is missing", () => {
  it("leads to where it stands", () => {
    expect(missingOf("goods.g1", basket)).toEqual({ kind: "good", field: "good-g1" });
    expect(missingOf("details.email", basket)).toEqual({ kind: "email", field: "email" });
    expect(missingOf("lines.l1", basket)).toEqual({ kind: "time", field: "when-l1", line });
    expect(missingOf("lines.l1.repeat", basket)).toEqual({ kind: "repeat", field: "when-l1", line });
    expect(missingOf("lines.l1.answers.q1", basket)).toEqual({ kind: "answer", field: "q-l1-q1", line });
    expect(missingOf("lines", basket)).toEqual({ kind: "lines", field: "service" });
  });
});

describe("what is still to be saved", () => {
  it("is nothing once all that was typed was sent", () => {
    expect(unsaved({ name: "Olive" }, { name: "Olive", phone: "" })).toEqual({});
  });

  it("is what was typed while the rest was on its way", () => {
    const sent = { name: "Olive", phone: "" };
    expect(unsaved({ name: "Olive", phone: "020 7946 0777" }, sent)).toEqual({ phone: "020 7946 0777" });
  });

  it("is what was typed anew in the same field, an emptied one too", () => {
    expect(unsaved({ name: "Olivia", line1: "" }, { name: "Olive", line1: "3 Quiet Street" })).toEqual({
      name: "Olivia",
      line1: "",
    });
  });
});

it("says that an order waits to be paid only where nothing pays it yet", () => {
  const goods = (...payment_methods: string[]) => ({ payment_methods }) as Basket;
  expect(paysAhead(goods("pay_ahead"))).toBe(true);
  expect(paysAhead(goods("gift_card"))).toBe(false); // until when it would wait is told all the same
});

it("promises a letter only where there is an address", () => {
  const known = (caller: string | null, typed = "", mails_goods = false) =>
    ({
      caller: caller === null ? null : { email: caller },
      details: { email: typed },
      mails_goods,
    }) as Basket;
  expect(hasMail(known("olive@example.org"))).toBe(true);
  expect(hasMail(known("", "olive@example.org"))).toBe(true);
  expect(hasMail(known(null, "", true))).toBe(true); // it is asked for before anything is booked
  expect([known(""), known(null), null].map(hasMail)).toEqual([false, false, false]);
});
