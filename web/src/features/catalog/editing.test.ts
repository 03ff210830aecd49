import { describe, expect, it } from "vitest";
import {
  amountOf,
  bodyOf,
  draftOf,
  type EditedService,
  emptyDraft,
  moved,
  newQuestion,
  optionKey,
  rateOf,
  withSoundConditions,
} from "./editing";

const service: EditedService = {
  id: "1",
  business: "valclean",
  business_id: "b",
  currency: "GBP",
  category_id: "c",
  slug: "windows",
  name: { en: "Windows", uk: "Вікна" },
  description: {},
  preparation: {},
  duration_minutes: 90,
  price_amount: 6405,
  tax_rate_bp: 1750,
  buffer_before_minutes: 0,
  buffer_after_minutes: 15,
  capacity: 1,
  venue: "customer",
  is_visible: true,
  picture_url: "",
  booking_rules: {
    lead_time_minutes: 2880,
    hold_minutes: 20,
    cancellation_windows: [{ hours_before: 48, refund_percent: 100 }],
  },
  questions: [],
  offerings: [{ staff_id: "s", name: "Sam", price_amount: 7000, duration_minutes: null }],
  extras: [],
  archived_at: null,
  revision: 3,
};

describe("amounts", () => {
  it.each([
    ["64", 6400],
    ["64.5", 6450],
    ["64,05", 6405],
    ["£64.05", 6405],
    ["0", 0],
    ["64.055", null],
    ["-1", null],
    ["a lot", null],
    ["", null],
  ])("%s", (typed, amount) => expect(amountOf(typed, "GBP")).toBe(amount));
  it("knows currencies without pence", () => expect(amountOf("64.5", "JPY")).toBeNull());
  it("reads a rate", () => expect([rateOf("20"), rateOf("17.5"), rateOf("x")]).toEqual([2000, 1750, null]));
});

describe("a service in its form", () => {
  it("comes out as it went in", () => {
    const { body, faults } = bodyOf(draftOf(service), "GBP");
    expect(faults).toEqual({});
    expect(body).toMatchObject({
      name: service.name,
      duration_minutes: 90,
      price_amount: 6405,
      tax_rate_bp: 1750,
      booking_rules: service.booking_rules,
      offerings: [{ staff_id: "s", price_amount: 7000, duration_minutes: null }],
    });
  });
  it("says of every field what cannot be sent", () => {
    const draft = {
      ...emptyDraft(undefined),
      duration: "an hour",
      people: [{ staffId: "s", price: "x", duration: "" }],
    };
    expect(bodyOf(draft, "GBP").faults).toEqual({
      category_id: "choose",
      duration_minutes: "number",
      price_amount: "amount",
      "offerings.0.price_amount": "amount",
    });
  });
});

describe("questions", () => {
  const [first, second] = ["a", "b"].map((id) => ({ ...newQuestion(), id, kind: "yes_no" as const }));
  it("move up and down, and stay at the ends", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });
  it("lose a condition that looks ahead", () => {
    if (!first || !second) throw new Error("two questions");
    const condition = { question: "a", test: "is" as const, value: "yes" };
    const asking = { ...second, show_if: condition };
    expect(withSoundConditions([first, asking])[1]?.show_if).toEqual(condition);
    expect(withSoundConditions([asking, first])[0]?.show_if).toBeNull();
  });
  it("hang on nothing that is put away", () => {
    if (!first || !second) throw new Error("two questions");
    const asking = { ...second, show_if: { question: "a", test: "is" as const, value: "yes" } };
    expect(withSoundConditions([{ ...first, is_archived: true }, asking])[1]?.show_if).toBeNull();
  });
  it("give each option a key of its own", () => {
    expect(optionKey("Two or more", [])).toBe("two-or-more");
    expect(optionKey("Кішка", ["option"])).toBe("option-2");
  });
});
