import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import type { AnchorHTMLAttributes } from "react";
import { expect, it, vi } from "vitest";
import { ClockProvider } from "@/components/theme/ClockProvider";
import { waysAlone } from "@/features/orders/components/VisitWays";
import type { Visit } from "@/features/orders/rules";
import messages from "../../../../messages/en.json";
import type { SubscriptionVisit } from "../rules";
import { VisitRows } from "./VisitRows";

vi.mock("@/lib/i18n/navigation", () => ({
  Link: (props: AnchorHTMLAttributes<HTMLAnchorElement>) => <a {...props} />,
}));

const visit = {
  line_id: "l",
  appointment_id: "a",
  number: "VC-1",
  occurs_on: "2026-12-11",
  starts_at: "2026-12-11T09:00:00Z",
  ends_at: "2026-12-11T11:00:00Z",
  staff_name: "Maria",
  state: "confirmed",
  is_ahead: true,
} as SubscriptionVisit;

it("leads to that very visit on the page of its order, and from one that is over nowhere", () => {
  const over = { ...visit, line_id: "m", appointment_id: "b", is_ahead: false };
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ClockProvider now="2026-12-01T09:00:00Z">
        <VisitRows visits={[over, visit]} zone="Europe/London" orders="/man/orders/" />
      </ClockProvider>
    </NextIntlClientProvider>,
  );
  expect(screen.getByRole("link", { name: /^Change only this: / })).toHaveAttribute(
    "href",
    "/man/orders/VC-1/#visit-a",
  );
});

const may = { can_move: true, can_cancel: true, can_ask: false, can_report: false };
const line = (appointment_id: string, ways: Partial<typeof may> = {}) =>
  ({ appointment_id, name: "Clean", ...may, ...ways }) as Visit;

function byLink(visits: SubscriptionVisit[], lines: Visit[]) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ClockProvider now="2026-12-01T09:00:00Z">
        <VisitRows visits={visits} zone="Europe/London" alone={waysAlone(lines, "tok")} />
      </ClockProvider>
    </NextIntlClientProvider>,
  );
  return screen.getAllByRole("listitem").map((each) => within(each));
}

it.each([
  [/^Move Clean, .*18 Dec/, "#tok/move/b"],
  [/^Cancel Clean, .*18 Dec/, "#tok/cancel/b"],
])("by the order's link any of its visits is changed alone: %s", async (name, hash) => {
  const later = { ...visit, line_id: "m", appointment_id: "b", starts_at: "2026-12-18T09:00:00Z" };
  const [, second] = byLink([visit, later], [line("a"), line("b")]);
  await userEvent.click(second?.getByText("Change only this") as HTMLElement);
  await userEvent.click(second?.getByRole("button", { name }) as HTMLElement);
  expect(window.location.hash).toBe(hash);
});

it("by the link offers what may be done alone, and nothing of another order", () => {
  const rows = byLink(
    [visit, { ...visit, line_id: "m", appointment_id: "b" }, { ...visit, line_id: "n", appointment_id: "c" }],
    [line("a", { can_move: false, can_ask: true }), line("b", { can_move: false, can_cancel: false })],
  );
  expect(rows[0]?.getByText("Ask for another time")).toBeInTheDocument();
  expect(rows[0]?.queryByText("Move")).toBeNull();
  for (const row of rows.slice(1)) expect(row.queryByText("Change only this")).toBeNull();
});
