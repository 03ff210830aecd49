import { describe, expect, it } from "vitest";
import {
  type Basket,
  type BasketGood,
  type BasketLine,
  basisOf,
  changesOf,
  clocksOf,
  currentLine,
  type FreeTimes,
  furthest,
  groupsOf,
  hasOnlyGoods,
  isWholeNow,
  onward,
  reachable,
  reasonsToTell,
  resume,
  type SlotStaff,
  signedPrice,
  startsOf,
  stepAfter,
  stepsNeeded,
  stepsOf,
  visitsIn,
  wishOf,
} from "./rules";

const line: BasketLine = {
  id: "l1",
  state: "held",
  service_id: "s1",
  service_slug: "regular",
  business: "valclean",
  business_name: "VALClean",
  name: "Regular clean",
  venue: "customer",
  zone: "Europe/London",
  duration_minutes: 120,
  seats: 1,
  extras: [],
  answers: {},
  answer_faults: {},
  asks_length: false,
  files: [],
  preferred_staff: [],
  staff: { id: "p1", name: "Maria", title: "", photo_url: "", zone: "Europe/London" },
  starts_at: "2026-06-09T09:00:00Z",
  ends_at: "2026-06-09T11:00:00Z",
  held_until: "2026-06-01T09:15:00Z",
  put_aside: [],
  steps: [],
  total_amount: 6400,
  tax_amount: 1067,
  currency: "GBP",
  visit: null,
  approval_by_hand: false,
  free_change_until: null,
  most_months: 12,
  prepaid: { used: null, visits: 0, refused: null, choices: [] },
  notice_days: 21,
};
const basket: Basket = {
  mails_goods: false,
  business: "valclean",
  place: { postcode: "SW11 1AA", town: "London", district: "Wandsworth" },
  lines: [line],
  goods: [],
  gift_cards: [],
  needs_download_consent: false,
  details: {
    name: "",
    email: "",
    phone: "",
    line1: "",
    line2: "",
    town: "",
    access_notes: "",
    notes: "",
    zone: "",
  },
  currency: "GBP",
  total_amount: 6400,
  tax_amount: 1067,
  totals: [
    {
      currency: "GBP",
      subtotal_amount: 6400,
      discount_amount: 0,
      total_amount: 6400,
      tax_amount: 1067,
      to_pay_amount: 6400,
      due_now_amount: 6400,
    },
  ],
  missing: ["details.name"],
  needs_address: true,
  needs_early_start_consent: false,
  payment_methods: ["pay_on_site"],
  server_time: "2026-06-01T09:00:00Z",
  can_join: [],
  can_restore: [],
  booked_order_numbers: [],
  passes: [],
  bundles: [],
  can_keep_card: false,
};
const open: BasketLine = { ...line, id: "l2", state: "open", starts_at: null, ends_at: null, staff: null };

describe("steps", () => {
  it("are skipped when a business does not need them", () => {
    expect(stepsNeeded({ visits: false, extras: false, questions: false })).toEqual([
      "service",
      "time",
      "basket",
      "details",
      "payment",
    ]);
    expect(stepsNeeded({ visits: true, extras: true, questions: true })).toHaveLength(8);
  });
});

describe("how far a basket has come", () => {
  it("begins with the place for visits, with the service online", () => {
    expect(furthest(null, true).step).toBe("place");
    expect(furthest(null, false).step).toBe("service");
  });

  it("stops at the first visit without a time", () => {
    expect(furthest({ ...basket, lines: [line, open] }, true)).toEqual({ step: "time", line: "l2" });
    const unmeasured = { ...basket, lines: [line, { ...open, asks_length: true }] };
    expect(furthest(unmeasured, true)).toEqual({ step: "questions", line: "l2" });
    expect(reachable({ step: "time", line: "l2" }, unmeasured, true).step).toBe("questions");
  });

  it("stops at the details, then at the payment", () => {
    expect(furthest(basket, true).step).toBe("details");
    expect(furthest({ ...basket, missing: [] }, true).step).toBe("payment");
  });

  it("stops at the basket while something in it cannot be booked", () => {
    expect(furthest({ ...basket, lines: [{ ...line, state: "unavailable" }] }, true).step).toBe("basket");
  });
});

describe("questions", () => {
  it("come after the extras, where the service asks any", () => {
    expect(stepAfter("service", { extras: [1], questions: [1] })).toBe("extras");
    expect(stepAfter("extras", { extras: [1], questions: [1] })).toBe("questions");
    expect(stepAfter("service", { extras: [], questions: [1] })).toBe("questions");
    expect(stepAfter("service", { extras: [], questions: [] })).toBe("time");
    expect(stepAfter("extras", { extras: [1], questions: [] })).toBe("time");
  });

  it("stop the way to the details while one is not answered", () => {
    const missing = ["lines.l1.answers.q1", "details.name"];
    expect(furthest({ ...basket, missing }, true)).toEqual({ step: "questions", line: "l1" });
  });
});

describe("a step in the address", () => {
  it("is refused while an earlier one is open", () => {
    expect(reachable({ step: "payment", line: null }, basket, true).step).toBe("details");
    expect(reachable({ step: "time", line: null }, null, true).step).toBe("place");
  });

  it("may always be an earlier one", () => {
    for (const step of ["place", "service", "extras", "time", "basket"] as const)
      expect(reachable({ step, line: "l1" }, basket, true).step).toBe(step);
  });

  it("is where the reader was, after the browser was closed", () => {
    expect(resume("basket", basket, true).step).toBe("basket");
    expect(resume("time.l1", basket, true)).toEqual({ step: "time", line: "l1" });
    expect(resume("nonsense", basket, true).step).toBe("details");
    expect(resume("payment", null, true).step).toBe("place");
  });
});

describe("the line in question", () => {
  it("is the named one, else the one without a time, else the latest", () => {
    const both = { ...basket, lines: [open, line] };
    expect(currentLine(both, "l1")?.id).toBe("l1");
    expect(currentLine(both, null)?.id).toBe("l2");
    expect(currentLine({ ...basket, lines: [line] }, "gone")?.id).toBe("l1");
    expect(currentLine(null, null)).toBeNull();
  });
});

describe("a wish to book", () => {
  it("is another one when price, time, person, consent or payment change, and not when details do", () => {
    const way = "pay_on_site";
    const wish = wishOf(basket, false, way);
    expect(wishOf({ ...basket, details: { ...basket.details, name: "Ada" } }, false, way)).toBe(wish);
    expect(wishOf(basket, true, way)).not.toBe(wish);
    expect(wishOf(basket, false, "card")).not.toBe(wish);
    expect(wishOf(basket, false, way, { keep: true })).not.toBe(wish);
    const totals = [
      {
        currency: "GBP",
        subtotal_amount: 1,
        discount_amount: 0,
        total_amount: 1,
        tax_amount: 0,
        to_pay_amount: 1,
        due_now_amount: 1,
      },
    ];
    expect(wishOf({ ...basket, totals }, false, way)).not.toBe(wish);
    expect(wishOf({ ...basket, lines: [open] }, false, way)).not.toBe(wish);
  });
});

describe("free starts", () => {
  it("stand once, however many people are free", () => {
    const slot = { starts_at: "2026-06-09T09:00:00Z", ends_at: "2026-06-09T11:00:00Z", staff: [0] };
    const later = { ...slot, starts_at: "2026-06-09T10:00:00Z" };
    const starts = startsOf({
      on: "2026-06-09",
      slots: [slot, { ...slot, ends_at: "x", staff: [1] }, later],
    });
    expect(starts.map((each) => each.starts_at)).toEqual([slot.starts_at, later.starts_at]);
  });
});

describe("clocksOf", () => {
  const person = (id: string, zone: string): SlotStaff => ({
    id,
    name: id,
    title: "",
    photo_url: "",
    zone,
    price_amount: 5000,
    duration_minutes: 60,
    next_free_at: null,
    does_all: true,
  });
  const priya = person("priya", "Europe/London");
  const jonas = person("jonas", "Europe/Berlin");
  const times: FreeTimes = {
    zone: "America/New_York",
    days: [],
    staff: [jonas, priya, person("ada", "Europe/London")],
    next_free_at: null,
    capacity: 1,
    standing: [],
    waiting_list: false,
    price_changes: [{ starts_at: "2026-06-09T09:00:00Z", amount: 1000, label: "Saturday" }],
  };
  const start = (staff: number[]) => ({
    starts_at: "2026-06-09T09:00:00Z",
    ends_at: "2026-06-09T10:00:00Z",
    staff,
  });

  it("says what a start costs more, of the starts that are shown alone", () => {
    expect([...changesOf(times, [start([1])]).values()].map(({ label }) => label)).toEqual(["Saturday"]);
    expect(changesOf(times, []).size).toBe(0);
    expect(signedPrice(1000, "GBP", "en")).toBe("+£10");
    expect(signedPrice(-300, "GBP", "en")).toBe("−£3");
  });

  it("names each clock of those who are free then once, or the one of who is asked for", () => {
    expect(clocksOf(times, [start([1]), start([2, 1])], null)).toEqual(["Europe/London"]);
    expect(clocksOf(times, [start([1]), start([0])], null)).toEqual(["Europe/London", "Europe/Berlin"]);
    expect(clocksOf(times, [start([1, 0])], jonas)).toEqual(["Europe/Berlin"]);
    expect(clocksOf(times, [], null)).toEqual([]);
  });
});

describe("reasonsToTell", () => {
  it("tells the two most frequent, once each, and has words for what it does not know", () => {
    expect(reasonsToTell(["taken", "lead_time", "area"])).toEqual(["taken", "lead_time"]);
    expect(reasonsToTell(["eclipse", "flood", "hours"])).toEqual(["other", "hours"]);
    expect(reasonsToTell([])).toEqual(["other"]);
  });
});

describe("a basket of goods alone", () => {
  const good: BasketGood = {
    id: "g1",
    kind: "product",
    product_id: "p1",
    is_on_sale: true,
    slug: "answers",
    business: "mentors",
    business_name: "Mentors",
    name: "Twelve answers",
    mentor_name: "Olena",
    picture_url: "",
    visits: 0,
    steps: [],
    total_amount: 1200,
    tax_amount: 200,
    currency: "GBP",
  };
  const alone: Basket = {
    ...basket,
    place: null,
    lines: [],
    goods: [good],
    missing: ["details.name", "details.email"],
    needs_address: false,
    needs_download_consent: true,
  };
  const ready = { ...alone, missing: [] };

  it("is asked for neither a place nor a time", () => {
    expect(hasOnlyGoods(alone)).toBe(true);
    expect(furthest(alone, true)).toEqual({ step: "details", line: null });
    expect(furthest(ready, true)).toEqual({ step: "payment", line: null });
    for (const step of ["basket", "details", "payment"] as const)
      expect(reachable({ step, line: null }, ready, true)).toEqual({ step, line: null });
    expect(reachable({ step: "time", line: null }, ready, true).step).toBe("payment");
  });

  it("is asked where first when a service is wished for beside it", () => {
    expect(reachable({ step: "service", line: null }, alone, true).step).toBe("place");
    expect(reachable({ step: "service", line: null }, alone, false).step).toBe("service");
    expect(reachable({ step: "service", line: null }, { ...alone, place: basket.place }, true).step).toBe(
      "service",
    );
  });

  it("stays at the basket while something in it is not on sale any more", () => {
    const gone = { ...ready, goods: [{ ...good, is_on_sale: false }] };
    expect(furthest(gone, true).step).toBe("basket");
    expect(furthest({ ...basket, goods: gone.goods }, true).step).toBe("basket");
  });

  it("is another wish with another good, or without the consent", () => {
    const wish = wishOf(ready, false, "card", { download: true });
    expect(wishOf(ready, false, "card", { download: false })).not.toBe(wish);
    expect(wishOf({ ...ready, goods: [{ ...good, id: "g2" }] }, false, "card", { download: true })).not.toBe(
      wish,
    );
  });
});

describe("why a line costs what it does", () => {
  const base = {
    kind: "base" as const,
    label: "Regular clean",
    quantity: 1,
    unit_amount: 6400,
    amount: 6400,
    percent_bp: 0,
  };
  const repeat = {
    frequency: "weekly" as const,
    every: 2,
    months: 3,
    carries_on: false,
    dates: [],
    visit_count: 7,
    series_amount: 43_200,
    first_by_package: false,
  };
  const sum = (of: BasketLine) => stepsOf(of).reduce((total, { amount }) => total + amount, 0);

  it("adds up to its total, of one that repeats to that of all visits", () => {
    expect(sum({ ...line, steps: [base] })).toBe(6400);
    const repeating = { ...line, steps: [base], repeat };
    expect(sum(repeating)).toBe(43_200);
    expect(stepsOf(repeating).at(-1)).toMatchObject({ kind: "later", quantity: 6, amount: 36_800 });
  });

  it("names no later visits where there are none", () => {
    const alone = { ...repeat, visit_count: 1, series_amount: 6400, first_by_package: false };
    expect(stepsOf({ ...line, steps: [base], repeat: alone })).toHaveLength(1);
  });
});

describe("bundles", () => {
  const step = (id: string, service: string, more: Partial<BasketLine> = {}): BasketLine => ({
    ...open,
    id,
    service_id: service,
    visit: "v",
    ...more,
  });
  const told = { id: "b", bundle_id: "s", name: "Both", timing: "in_a_row" as const, same_person: true };
  const bundle = { ...told, percent_bp: 1000, saved_amount: 600, gap: null, line_ids: ["a", "c"] };
  const lines = [step("a", "clean"), step("x", "other", { visit: null }), step("c", "garden")];
  const both: Basket = { ...basket, lines, bundles: [bundle] };
  const services = [
    { id: "clean", extras: [1], questions: [] },
    { id: "garden", extras: [], questions: [1] },
    { id: "other", extras: [], questions: [] },
  ];

  it("asks about each service in a row before the one time of all", () => {
    const at = (name: "service" | "extras" | "questions", line: number) =>
      onward(name, lines[line] as BasketLine, both, services);
    expect(at("service", 0)).toEqual({ step: "extras", line: "a" });
    expect(at("extras", 0)).toEqual({ step: "questions", line: "c" });
    expect(at("questions", 2)).toEqual({ step: "time", line: "a" });
    expect(at("service", 1)).toEqual({ step: "time", line: "x" });
  });
  it("keeps its lines together where the first one stands", () => {
    const found = groupsOf(both).map((group) => [group.bundle?.name, ...group.lines.map(({ id }) => id)]);
    expect(found).toEqual([
      ["Both", "a", "c"],
      [undefined, "x"],
    ]);
  });
});

it("counts what is done one after the other as one visit", () => {
  const lines = [line, { ...line, id: "l2", visit: "v1" }, { ...line, id: "l3", visit: "v1" }];
  expect(visitsIn({ lines } as Basket)).toBe(2);
});

it("knows that free times found for another length, place or price are of something else", () => {
  const seen = basisOf(basket);
  const withLine = (change: Partial<BasketLine>) => basisOf({ ...basket, lines: [{ ...line, ...change }] });
  expect(withLine({ duration_minutes: 140 })).not.toBe(seen);
  expect(withLine({ total_amount: 6500 })).not.toBe(seen);
  expect(withLine({ starts_at: null })).not.toBe(seen);
  expect(basisOf({ ...basket, place: { postcode: "N1 9AA", town: "London", district: "" } })).not.toBe(seen);
  // A note, the clock and how long the time is kept change no free time.
  const details = { ...basket.details, notes: "Ring twice" };
  const lines = [{ ...line, held_until: "2026-06-01T09:20:00Z" }];
  expect(basisOf({ ...basket, details, lines, server_time: "2026-06-01T09:05:00Z" })).toBe(seen);
});

describe("goods beside visits", () => {
  const total = { due_now_amount: 5200, to_pay_amount: 5200 };
  const of = (change: object) =>
    isWholeNow({ lines: [line], goods: [{}], totals: [total], ...change } as unknown as Basket);
  it("have all of it paid now", () => expect(of({})).toBe(true));
  it("but not where later visits are charged later", () =>
    expect(of({ totals: [total, { due_now_amount: 4000, to_pay_amount: 28000 }] })).toBe(false));
  it("and only where both are there", () =>
    expect([of({ lines: [] }), of({ goods: [] })]).toEqual([false, false]));
});
