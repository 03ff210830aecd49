import { describe, expect, it } from "vitest";
import { isSold, kindNamed, type Offer, readCardFragment } from "./rules";

const offer: Offer = {
  business: "valclean",
  business_name: "VALClean",
  currency: "GBP",
  amounts: [2500, 60000],
  least_amount: 1000,
  most_amount: 50000,
};

describe("an amount of a gift card", () => {
  it("is one of the list, or between the limits", () => {
    expect([999, 1000, 2500, 50000, 50001, 60000].map((amount) => isSold(offer, amount))).toEqual([
      false,
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe("a card's page", () => {
  it("is opened by what stands behind the #", () => {
    expect(readCardFragment("#abc:def")).toBe("abc:def");
    expect(readCardFragment("#")).toBeNull();
  });
});

describe("a movement", () => {
  it("that the page does not know has words all the same", () => {
    expect([kindNamed("redeem"), kindNamed("exchange")]).toEqual(["redeem", "other"]);
  });
});
