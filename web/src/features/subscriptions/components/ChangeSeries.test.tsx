import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { SubscriptionWhole } from "../rules";
import { ChangeSeries } from "./ChangeSeries";

const { planChange, makeChange, getChoices } = vi.hoisted(() => ({
  planChange: vi.fn(),
  makeChange: vi.fn(),
  getChoices: vi.fn(),
}));
vi.mock("../api", () => ({ planChange, makeChange, getChoices }));

const visit = {
  line_id: "l",
  occurs_on: "2026-12-11",
  starts_at: "2026-12-11T09:00:00Z",
  ends_at: "2026-12-11T11:00:00Z",
  staff_id: "m",
  staff_name: "Maria",
  address: "1 High Street",
  state: "confirmed",
  is_ahead: true,
};
const whole = { zone: "Europe/London", visits: [visit] } as unknown as SubscriptionWhole;
const plan = {
  kind: "move",
  items: [],
  visit_count: 1,
  refund_amount: 0,
  fee_amount: 0,
  owed_amount: 0,
  paid_amount: 0,
  ways: [] as { method: string; amount: number }[],
  kept: null as Record<string, number> | null,
  price_amount: 0,
  more_amount: 0,
  currency: "GBP",
  reason_needed: false,
  is_empty: false,
  ends: false,
  others_count: 0,
  token: "t",
};

function show(reader: "customer" | "team" = "customer", kind: "move" | "cancel" = "move") {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ChangeSeries
        wish={{ kind, visit: visit as never }}
        whole={whole}
        whose={{ id: "s" }}
        reader={reader}
        onDone={vi.fn()}
        onStale={vi.fn()}
      />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.resetAllMocks();
  planChange.mockResolvedValue(plan);
  getChoices.mockResolvedValue({
    people: [{ id: "g", name: "Grace" }],
    places: [{ id: "p", name: "2 Low Road" }],
  });
});

it("asks what moving them would mean, with whom and where they are as they were", async () => {
  show();
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(await screen.findByText("1 visit changes")).toBeVisible();
  expect(planChange).toHaveBeenCalledWith(
    { id: "s" },
    { kind: "move", from_on: "2026-12-11", starts_at: "2026-12-11T09:00:00.000Z" },
  );
  expect(getChoices).not.toHaveBeenCalled();
});

it("lets another person and address be chosen for all that follow", async () => {
  show();
  await userEvent.click(screen.getByText("Another person or address"));
  await userEvent.selectOptions(await screen.findByLabelText(/^With whom/), await screen.findByText("Grace"));
  await userEvent.selectOptions(screen.getByLabelText(/^Where/), screen.getByText("2 Low Road"));
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(await screen.findByText("1 visit changes")).toBeVisible();
  expect(planChange.mock.calls[0]?.[1]).toMatchObject({ staff_id: "g", address_id: "p" });
});

it("leaves every time as it is when only another person is chosen", async () => {
  show();
  await userEvent.click(screen.getByText("Another person or address"));
  await userEvent.selectOptions(await screen.findByLabelText(/^With whom/), await screen.findByText("Grace"));
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(await screen.findByText("1 visit changes")).toBeVisible();
  expect(planChange).toHaveBeenCalledWith(
    { id: "s" },
    { kind: "move", from_on: "2026-12-11", staff_id: "g" },
  );
});

it("gives them the time that is chosen beside another person", async () => {
  show();
  await userEvent.clear(screen.getByLabelText("New time"));
  await userEvent.type(screen.getByLabelText("New time"), "14:00");
  await userEvent.click(screen.getByText("Another person or address"));
  await userEvent.selectOptions(await screen.findByLabelText(/^With whom/), await screen.findByText("Grace"));
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(planChange.mock.calls[0]?.[1]).toMatchObject({
    staff_id: "g",
    starts_at: "2026-12-11T14:00:00.000Z",
  });
});

it("tells of each visit where it will be and what it has to do with money", async () => {
  const spot = {
    starts_at: visit.starts_at,
    ends_at: visit.ends_at,
    staff_name: "Maria",
    address: "1 High Street",
  };
  const item = { occurs_on: "2026-12-11", before: spot, after: spot, fit: "kept", left_alone: "" };
  const none = { refund_amount: 0, fee_amount: 0, owed_amount: 0, more_amount: 0 };
  planChange.mockResolvedValue({
    ...plan,
    items: [
      { ...item, ...none, after: { ...spot, address: "2 Low Road" } },
      {
        ...item,
        occurs_on: "2026-12-18",
        after: null,
        refund_amount: 3_000,
        fee_amount: 1_000,
        owed_amount: 0,
        more_amount: 0,
      },
    ],
  });
  show();
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(await screen.findByText(/with Maria, 2 Low Road$/)).toBeVisible();
  expect(screen.getByText("£30.00 goes back, £10.00 is kept")).toBeVisible();
});

it("shows by which way money goes back, whose the rest is, and what moved visits would cost now", async () => {
  const kept = {
    business_amount: 500,
    payee_amount: 0,
    commission_amount: 0,
    tax_amount: 100,
    processor_fee_amount: 0,
  };
  const told = { refund_amount: 3400, paid_amount: 4000, ways: [{ method: "card", amount: 3400 }], kept };
  planChange.mockResolvedValue({ ...plan, ...told, price_amount: 8000, more_amount: 1000 });
  show();
  await userEvent.click(await screen.findByRole("button", { name: messages.subscriptions.look }));
  expect(await screen.findByText("£34.00 goes back to the card.")).toBeVisible();
  expect(screen.getByText(/£5.00/)).toBeInTheDocument();
  expect(screen.getByText(/The price stays as it was sold: £80.00/)).toHaveTextContent("£90.00");
});

it.each([
  ["customer", "Goes back to you", "Kept by the rules you agreed to"],
  ["team", "Goes back to the customer", "Kept by the rules the customer agreed to"],
] as const)("tells the %s whose the money is in words meant for them", async (reader, back, kept) => {
  planChange.mockResolvedValue({ ...plan, refund_amount: 3000, fee_amount: 1000, paid_amount: 4000 });
  show(reader);
  await userEvent.click(screen.getByRole("button", { name: messages.subscriptions.look }));
  expect((await screen.findByText(back)).parentElement).toHaveTextContent("£30.00");
  expect(screen.getByText(kept).parentElement).toHaveTextContent("£10.00");
});

it("speaks to nobody of the team as the customer", () => {
  const { to, after } = messages.subscriptions;
  const words = [...Object.values(to.team), ...Object.values(after.team)].join(" ");
  expect(words).not.toMatch(/\b(you|your|we|us)\b/i);
});

it("tells what becomes of the visits of a package", async () => {
  const spot = {
    starts_at: visit.starts_at,
    ends_at: visit.ends_at,
    staff_name: "Maria",
    address: "1 High Street",
  };
  const off = { before: spot, after: null, fit: null, left_alone: "" };
  const none = { refund_amount: 0, fee_amount: 0, owed_amount: 0, more_amount: 0, price_amount: 0 };
  planChange.mockResolvedValue({
    ...plan,
    items: [
      { ...off, ...none, occurs_on: "2026-12-11", for_pass: "used" },
      { ...off, ...none, occurs_on: "2026-12-18", for_pass: "back" },
      { ...off, ...none, occurs_on: "2026-12-25", for_pass: "back" },
      { ...off, ...none, occurs_on: "2027-01-01", before: null, left_alone: "package" },
    ],
  });
  show();
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(await screen.findByText("the visit of the package counts as used")).toBeVisible();
  expect(screen.getAllByText("goes back to the package")).toHaveLength(2);
  expect(screen.getByText("Goes back to the package").parentElement).toHaveTextContent("2 visits");
  expect(screen.getByText("Counts as used").parentElement).toHaveTextContent("1 visit");
  expect(screen.getByText(/^stays off: its package does not pay for it any more/)).toBeVisible();
  expect(screen.queryByText("Nothing to pay, nothing goes back.")).toBeNull();
});

it("tells with whom and where a visit was, wherever that changes", async () => {
  const spot = {
    starts_at: visit.starts_at,
    ends_at: visit.ends_at,
    staff_name: "Maria",
    address: "1 High Street",
  };
  const none = {
    refund_amount: 0,
    fee_amount: 0,
    owed_amount: 0,
    more_amount: 0,
    price_amount: 0,
    for_pass: null,
  };
  const more = { ...none, fit: null, left_alone: "" };
  planChange.mockResolvedValue({
    ...plan,
    items: [
      { ...more, occurs_on: "2026-12-11", before: spot, after: { ...spot, staff_name: "Sam" } },
      { ...more, occurs_on: "2026-12-18", before: spot, after: { ...spot, address: "2 Low Street" } },
      { ...more, occurs_on: "2026-12-25", before: spot, after: null },
      { ...more, occurs_on: "2027-01-01", before: spot, after: spot },
    ],
  });
  show();
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  const [person, place, off, same] = (await screen.findAllByRole("listitem")).map((item) => item.textContent);
  expect(person).toMatch(/with Maria→.* with Sam$/);
  expect(place).toMatch(/with Maria, 1 High Street→.* with Maria, 2 Low Street$/);
  expect(off).toMatch(/with Maria→/);
  expect(same?.match(/with Maria/g)).toHaveLength(1);
});

it("goes on from a later day where one is chosen, and at once otherwise", async () => {
  planChange.mockResolvedValue({ ...plan, kind: "resume" });
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ChangeSeries
        wish={{ kind: "resume", visit: visit as never }}
        whole={whole}
        whose={{ id: "s" }}
        reader="customer"
        onDone={vi.fn()}
        onStale={vi.fn()}
      />
    </NextIntlClientProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Go on from a later day" }));
  const day = screen.getByLabelText("From");
  await userEvent.clear(day);
  await userEvent.type(day, "2027-01-08");
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(planChange.mock.calls.map(([, asked]) => asked)).toEqual([
    { kind: "resume", from_on: "2026-12-11" },
    { kind: "resume", from_on: "2027-01-08" },
  ]);
});

it.each([
  ["customer", { ends: true }, /^Nothing is booked after that\.$/],
  [
    "customer",
    { ends: true, others_count: 1 },
    /^Nothing is booked after that\. 1 visit that was booked with another order stays\. Cancel it with the link/,
  ],
  [
    "customer",
    { ends: true, visit_count: 0 },
    /^No visit is left to call off here\. Nothing more is booked\.$/,
  ],
  [
    "team",
    { ends: false, others_count: 2 },
    /^Other visits stay, and the series goes on\. 2 visits that you do not look after stay\.$/,
  ],
] as const)("says to the %s what cancelling the rest ends: %o", async (reader, found, words) => {
  planChange.mockResolvedValue({ ...plan, kind: "cancel", ...found });
  show(reader, "cancel");
  expect(screen.queryByText(/nothing is booked/i)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "See what it means" }));
  expect(await screen.findByText(words)).toBeVisible();
});
