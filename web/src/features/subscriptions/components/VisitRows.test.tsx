import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { AnchorHTMLAttributes } from "react";
import { expect, it, vi } from "vitest";
import { ClockProvider } from "@/components/theme/ClockProvider";
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
