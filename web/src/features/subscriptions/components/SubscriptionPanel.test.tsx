import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { SubscriptionWhole } from "../rules";
import { SubscriptionPanel } from "./SubscriptionPanel";

const { planChange } = vi.hoisted(() => ({ planChange: vi.fn() }));
vi.mock("../api", () => ({ planChange, makeChange: vi.fn(), getChoices: vi.fn(), getSubscription: vi.fn() }));
vi.mock("./AfterTerm", () => ({ AfterTerm: () => null }));
vi.mock("./VisitCalendar", () => ({ VisitCalendar: () => null }));
vi.mock("./VisitRows", () => ({ VisitRows: () => null }));

const visit = {
  line_id: "l",
  occurs_on: "2026-12-11",
  starts_at: "2026-12-11T09:00:00Z",
  staff_name: "Maria",
  state: "confirmed",
  is_ahead: true,
};
const running = {
  zone: "Europe/London",
  state: "active",
  paused_from: null,
  pauses: [],
  visits: [visit],
  can_change: true,
  can_cancel: true,
  can_resume: false,
  can_undo: false,
};
const holiday = { id: "p", from_on: "2027-01-04", until_on: "2027-01-18", visit_count: 2, can_resume: true };

function show(changed: object) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <SubscriptionPanel
        found={{ ...running, ...changed } as unknown as SubscriptionWhole}
        whose={{ id: "s" }}
        reader="customer"
      />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.resetAllMocks();
  planChange.mockRejectedValue(new Error("not asked here"));
});

it("tells of a holiday and asks by itself whether its visits are to take place after all", async () => {
  show({ pauses: [holiday] });
  expect(screen.getByText(/^No visits from .*4 January.*18 January/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Go on again" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /^Have these visits after all: from / }));
  expect(planChange).toHaveBeenCalledWith(
    { id: "s" },
    { kind: "resume", from_on: "2027-01-04", pause_id: "p" },
  );
});

it("says that nothing comes back before the order is paid, and offers none of it", () => {
  show({ pauses: [{ ...holiday, can_resume: false }], waits_for_payment: true });
  expect(screen.getByText("What was called off can come back once the order is paid.")).toBeVisible();
  expect(screen.getByText(/^No visits from /)).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Have these visits after all/ })).toBeNull();
});

it("says nothing of a payment where nothing waits for one", () => {
  show({ waits_for_payment: false });
  expect(screen.queryByText(messages.subscriptions.waitsForPayment)).toBeNull();
});

it("says from when it is paused and lets it go on", () => {
  show({ paused_from: "2027-02-01", can_resume: true });
  expect(screen.getByText(/Running .* paused from .*1 February/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Go on again" })).toBeVisible();
});

it("can be ended when no visit is left of its term", async () => {
  show({
    state: "paused",
    paused_from: "2026-12-01",
    visits: [{ ...visit, is_ahead: false }],
    can_change: false,
  });
  await userEvent.click(screen.getByRole("button", { name: "Cancel the rest" }));
  expect(planChange).toHaveBeenCalledWith({ id: "s" }, { kind: "cancel", from_on: "2026-12-11" });
});
