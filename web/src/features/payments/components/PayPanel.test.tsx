import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import type { Order } from "@/features/orders/rules";
import messages from "../../../../messages/en.json";

const mocks = vi.hoisted(() => ({ paymentMethods: vi.fn(), testMethods: vi.fn() }));
vi.mock("../api", () => mocks);
vi.mock("../hooks", () => ({ usePay: () => ({ pay: vi.fn(), busy: null, problem: null }) }));
vi.mock("@/features/booking/components/useWhen", () => ({ useReaderZone: () => "Europe/London" }));
vi.mock("@/components/theme/ClockProvider", () => ({ useNow: () => () => "2026-03-04T10:00:00Z" }));

import { PayPanel } from "./PayPanel";

const waiting = {
  number: "VAL-1",
  currency: "GBP",
  state: "placed",
  can_pay: true,
  due_amount: 4000,
  pay_by: "2026-03-04T10:30:00Z",
  payments: [],
  charges: [],
  lines: [{ kind: "visit" }],
  business_phone: "020 7946 0000",
  business_email: "hello@valclean.example",
};

function show(change: object = {}) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient()}>
        <PayPanel order={{ ...waiting, ...change } as unknown as Order} backTo="/" />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.clearAllMocks();
  mocks.testMethods.mockResolvedValue([]);
});

it("offers the ways that there are", async () => {
  mocks.paymentMethods.mockResolvedValue(["card"]);
  show();
  expect(await screen.findByRole("button", { name: "Pay £40.00: card or wallet" })).toBeVisible();
  expect(screen.queryByText(/cannot be paid online/)).toBeNull();
});

it("says whom to ask where an order waits and nothing takes its money", async () => {
  mocks.paymentMethods.mockResolvedValue([]);
  show();
  expect(await screen.findByRole("heading", { name: "It cannot be paid online just now" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Call 020 7946 0000" })).toHaveAttribute("href", "tel:02079460000");
  expect(screen.getByRole("link", { name: "Write to hello@valclean.example" })).toBeVisible();
  expect(screen.getByText(/We keep your time for you until/)).toBeVisible();
  expect(screen.queryByText(/Our payment company takes the payment/)).toBeNull();
});

it("says nothing of it where the order stands", async () => {
  mocks.paymentMethods.mockResolvedValue([]);
  show({ state: "confirmed" });
  await vi.waitFor(() => expect(mocks.paymentMethods).toHaveBeenCalled());
  expect(document.body.textContent).toBe("");
});
