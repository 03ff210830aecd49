import { describe, expect, it } from "vitest";
import { decimalString, formatMoney } from "./money";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("formatMoney", () => {
  it("drops empty pence in running text and keeps them in columns", () => {
    expect(formatMoney({ amount: 6400, currency: "GBP" }, "en")).toBe("£64");
    expect(formatMoney({ amount: 6400, currency: "GBP" }, "en", { exact: true })).toBe("£64.00");
    expect(formatMoney({ amount: 6405, currency: "GBP" }, "en")).toBe("£64.05");
  });

  it("keeps the dollar's country and shows the hryvnia's own sign", () => {
    expect(formatMoney({ amount: 9900, currency: "USD" }, "en")).toBe("US$99");
    expect(plain(formatMoney({ amount: 120050, currency: "UAH" }, "uk"))).toBe("1 200,50 ₴");
  });

  it("is right where a currency has no minor unit, below zero and above what a float holds in pence", () => {
    expect(decimalString({ amount: 1234, currency: "JPY" })).toBe("1234");
    expect(decimalString({ amount: -5, currency: "GBP" })).toBe("-0.05");
    expect(decimalString({ amount: 9007199254740991, currency: "EUR" })).toBe("90071992547409.91");
  });

  it("refuses parts of a penny", () => {
    expect(() => formatMoney({ amount: 10.5, currency: "GBP" }, "en")).toThrow(RangeError);
  });
});
