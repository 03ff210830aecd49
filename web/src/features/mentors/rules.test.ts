import { describe, expect, it } from "vitest";
import {
  filterCount,
  isUntidy,
  lowestPrices,
  type Profile,
  priceSteps,
  profileHref,
  readSearch,
  searchString,
  toQuery,
} from "./rules";

describe("a search in the address", () => {
  it("is read and written back without loss", () => {
    const search = readSearch({
      text: " portfolio ",
      expertise: "design",
      language: "uk",
      price: "GBP-6000",
      within: "7",
      order: "price",
    });
    const address = searchString(search);
    expect(address).toBe("?text=portfolio&expertise=design&language=uk&price=GBP-6000&within=7&order=price");
    expect(readSearch(Object.fromEntries(new URLSearchParams(address)))).toEqual(search);
    expect(filterCount(search)).toBe(4);
  });

  it("leaves out what makes no sense, and the order everybody gets anyway", () => {
    const strange = { text: "  ", language: "English", price: "lots", within: "5", order: "recommended" };
    expect(readSearch(strange)).toEqual({});
    expect(searchString({})).toBe("");
    expect(readSearch({ expertise: ["design", "other"] })).toEqual({ expertise: "design" });
  });

  it("is tidied when a form sent its empty fields along", () => {
    expect(isUntidy({ text: "", expertise: "design" })).toBe(true);
    expect(isUntidy({ expertise: "design", utm_source: "letter" })).toBe(false);
  });

  it("is asked of the API in minor units", () => {
    expect(toQuery({ price: "EUR-7000", language: "de", within: 3 })).toEqual({
      currency: "EUR",
      price_to: 7000,
      languages: "de",
      free_within_days: 3,
    });
  });
});

describe("prices", () => {
  it("are offered in whole tens up to the highest", () => {
    expect(priceSteps(1500, 12000)).toEqual([2000, 5000, 9000, 12000]);
    expect(priceSteps(4000, 4000)).toEqual([4000]);
  });

  it("are the lowest in each money", () => {
    const offered = [
      { currency: "GBP", price_amount: 9000 },
      { currency: "USD", price_amount: 4000 },
      { currency: "GBP", price_amount: 2000 },
    ] as Profile["offered"];
    expect(lowestPrices({ offered })).toEqual([
      { amount: 2000, currency: "GBP" },
      { amount: 4000, currency: "USD" },
    ]);
  });
});

describe("addresses", () => {
  it("are short for mentors and name the business of others", () => {
    expect(profileHref({ business: "mentors", slug: "olena" }, "mentors")).toBe("/mentors/olena/");
    expect(profileHref({ business: "valclean", slug: "maria" }, "mentors")).toBe("/people/valclean/maria/");
  });
});
