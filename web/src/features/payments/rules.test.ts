import { describe, expect, it } from "vitest";
import {
  type Account,
  declineNamed,
  declineOf,
  methodNamed,
  minorUnits,
  paymentQuery,
  placesOf,
  stateNamed,
  toldOf,
  waysOf,
} from "./rules";
import { toneOf } from "./steps";

describe("what is typed as an amount", () => {
  it.each([
    ["12.50", 1250],
    ["12,5", 1250],
    [" 7 ", 700],
    ["0.01", 1],
    ["", null],
    ["-3", null],
    ["1.234", null],
    ["£5", null],
  ])("%j is %j", (typed, expected) => expect(minorUnits(typed)).toBe(expected));
});

describe("words the server may bring", () => {
  it("fall back on others where this page does not know them", () => {
    expect([methodNamed("card"), methodNamed("gold")]).toEqual(["card", "other"]);
    expect([stateNamed("open"), stateNamed("lent")]).toEqual(["open", "other"]);
    const named = (decline: string) => declineNamed({ decline, method: "card" });
    expect([named("expired_card"), named("moon")]).toEqual(["expired_card", "other"]);
  });
  it("say nothing of a card where a debit was not paid", () => {
    const named = (decline: string) => declineNamed({ decline, method: "bank_debit" });
    const declines = ["insufficient_funds", "other", "declined", "expired_card", "no_card"];
    expect(declines.map(named)).toEqual(["debit_insufficient_funds", "debit", "debit", "debit", "no_card"]);
  });
  it("say what helps where PayPal did not pay", () => {
    const named = (decline: string) => declineNamed({ decline, method: "paypal" });
    expect(["declined", "insufficient_funds", "other"].map(named)).toEqual(["paypal", "paypal", "paypal"]);
  });
});

it("says why the last try did not work, whether its page is still open or not", () => {
  const tries = (...states: string[]) =>
    states.map((state) => ({ state, decline: "declined" })) as unknown as Parameters<typeof declineOf>[0];
  expect([declineOf(tries("open")), declineOf(tries("failed", "captured"))]).toEqual([
    "declined",
    "declined",
  ]);
  expect([declineOf(tries("captured", "failed")), declineOf(tries("cancelled")), declineOf([])]).toEqual([
    null,
    null,
    null,
  ]);
});

it("tells of money that came or is on its way alone", () => {
  const payment = (state: string) => ({ state }) as Parameters<typeof toldOf>[0][number];
  expect(
    toldOf(["due", "open", "pending", "captured", "failed"].map(payment)).map((each) => each.state),
  ).toEqual(["pending", "captured"]);
});

describe("what is asked for in the list", () => {
  const asked = (filters: Record<string, string>) =>
    paymentQuery({ filters, sort: "", after: "" }, "Europe/London");

  it("is what the address says, without what cannot be asked", () => {
    expect(asked({ to_give: "true" })).toMatchObject({ to_give: true });
    expect(
      asked({ state: "lost", to_give: "yes", number: " vc-17 ", first_on: "2026-03-01", last_on: "soon" }),
    ).toEqual({
      state: [],
      method: "",
      business: "",
      number: "vc-17",
      first_on: "2026-03-01",
      zone: "Europe/London",
    });
  });
  it("is nothing where the last day comes before the first", () => {
    expect(asked({ first_on: "2026-03-02", last_on: "2026-03-01" })).toBeNull();
  });
});

it("tells money that came from what is wrong", () => {
  expect([toneOf("captured"), toneOf("refund_done"), toneOf("dispute_lost"), toneOf("fee")]).toEqual([
    "good",
    "back",
    "bad",
    "plain",
  ]);
});

describe("the way money goes back", () => {
  const card = { method: "card", paid_with: "Visa 4242", amount: 1_000 };
  const cash = { method: "cash", paid_with: "", amount: 500 };

  it("takes the first payment first, and the next for what is left", () => {
    expect(waysOf([{ ways: [cash, card], amount: 700 }])).toEqual([
      { ...cash, amount: 500 },
      { ...card, amount: 200 },
    ]);
  });

  it("adds up what goes back the same way for several lines", () => {
    expect(
      waysOf([
        { ways: [card], amount: 300 },
        { ways: [card, cash], amount: 1_100 },
      ]),
    ).toEqual([
      { ...card, amount: 1_300 },
      { ...cash, amount: 100 },
    ]);
  });

  it("says nothing of what does not go back", () => {
    expect(waysOf([{ ways: [card], amount: 0 }])).toEqual([]);
  });
});

describe("companies behind one way to pay", () => {
  const account = (provider: string, position: number, more: Partial<Account> = {}) =>
    ({ provider, position, mode: "test", method: "card", is_set_up: true, is_on: true, ...more }) as Account;

  it("stand in their order, the first that is on takes new payments", () => {
    const live = account("stripe", 1, { mode: "live", is_on: false });
    const found = placesOf([account("stripe", 1), live, account("mollie", 0, { is_on: false })]);
    expect(found).toEqual([
      {
        method: "card",
        places: [
          { provider: "mollie", state: "off" },
          { provider: "stripe", state: "first" },
        ],
      },
    ]);
    expect(placesOf([account("stripe", 0), account("mollie", 1)])[0]?.places[1]?.state).toBe("next");
  });
  it("have no order where one alone is set up", () => {
    const mollie = account("mollie", 0, { is_set_up: false });
    expect(placesOf([account("stripe", 0), mollie, account("paypal", 0, { method: "paypal" })])).toEqual([]);
  });
});
