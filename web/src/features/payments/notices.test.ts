import { describe, expect, it } from "vitest";
import { disputeNamed, failedRefunds, noticesWanted, type Payment, refusalNamed } from "./rules";

const refund = {
  id: "r",
  amount: 5,
  state: "failed",
  why: "surplus",
  asked_at: "",
  way: "",
  is_followed: false,
};

function payment(...refunds: Partial<typeof refund>[]): Payment {
  const whole = refunds.map((each) => ({ ...refund, ...each }));
  return { currency: "EUR", refunds: whole } as unknown as Payment;
}

describe("messages of companies", () => {
  it("are narrowed by what the address asks for, and by nothing that cannot be asked", () => {
    const asked = { provider: "stripe", about: "refund", text: " evt_1 ", unhandled: "1" };
    expect(noticesWanted(asked)).toEqual({ ...asked, text: "evt_1", unhandled: true });
    expect(noticesWanted({ about: "gold", text: ["a", "b"] })).toEqual({
      provider: "",
      about: "",
      text: "",
      unhandled: false,
    });
  });

  it("were refused for a reason that has words, or by its own name", () => {
    expect(refusalNamed("signature")).toBe("signature");
    expect(refusalNamed("stand_in")).toBe("other");
  });
});

describe("a dispute", () => {
  it("is an inquiry while the bank only asks, and when that is over", () => {
    expect(disputeNamed({ stage: "needs_response", is_inquiry: true })).toBe("inquiry");
    expect(disputeNamed({ stage: "under_review", is_inquiry: true })).toBe("under_review");
    expect(disputeNamed({ stage: "won", is_inquiry: true })).toBe("inquiry_over");
    expect(disputeNamed({ stage: "needs_response", is_inquiry: false })).toBe("needs_response");
    expect(disputeNamed({ stage: "gone", is_inquiry: false })).toBe("other");
  });
});

describe("refunds that failed", () => {
  it("are shown until another one takes their place, with the currency of their payment", () => {
    expect(failedRefunds([payment({}, { state: "done" }, { is_followed: true })])).toEqual([
      { ...refund, currency: "EUR" },
    ]);
  });
});
