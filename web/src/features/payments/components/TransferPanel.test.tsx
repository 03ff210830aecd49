import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import type { Order } from "@/features/orders/rules";
import { Owed } from "@/features/phone/components/Owed";
import messages from "../../../../messages/en.json";
import { OrderMoney } from "./OrderMoney";
import { TransferPanel } from "./TransferPanel";

const { orderOf } = vi.hoisted(() => ({ orderOf: vi.fn() }));
vi.mock("../api", () => ({ orderOf, testMethods: vi.fn(async () => []) }));
vi.mock("@/lib/i18n/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), Link: () => null }));
vi.mock("@/components/ui/Toast", () => ({ useToast: () => vi.fn() }));
vi.mock("@/features/booking/components/useWhen", () => ({
  useReaderZone: () => "Europe/London",
  useMoment: () => (at: string) => at,
}));

const transfer = {
  account_name: "VALClean Ltd",
  sort_code: "20-00-00",
  account_number: "12345678",
  iban: "",
  bic: "",
  reference: "VC-7K3QF-2M9XB",
  amount: 4000,
  pay_by: "2026-03-05T09:00:00Z",
};
const waiting = {
  number: "VC-7K3QF-2M9XB",
  currency: "GBP",
  state: "placed",
  transfer,
  pay_by: transfer.pay_by,
  paid_amount: 0,
  owed_amount: 4000,
  due_amount: 4000,
  can_take: true,
  payment_link: null,
  card_offer: null,
  payments: [],
  charges: [],
  later: [],
  lines: [],
} as unknown as Order;

function show(part: ReactNode) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient()}>{part}</QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

function seesAccount() {
  for (const words of ["VALClean Ltd", "20-00-00", "12345678", "VC-7K3QF-2M9XB"])
    expect(screen.getByText(words)).toBeVisible();
  expect(screen.getByText(/The order waits until .*5 March.*09:00/)).toBeVisible();
  expect(screen.queryByText(/We keep your booking/)).toBeNull();
}

it("says to the customer where to send it", () => {
  show(<TransferPanel order={waiting} />);
  expect(screen.getByRole("heading", { name: "Send us £40.00 by bank transfer" })).toBeVisible();
  expect(screen.getByText(/We keep your booking until .*5 March/)).toBeVisible();
});

it("gives the desk what the caller is told once it is booked", async () => {
  orderOf.mockResolvedValue(waiting);
  show(<Owed number={waiting.number} />);
  expect(await screen.findByRole("heading", { name: "Waiting for £40.00 by bank transfer" })).toBeVisible();
  seesAccount();
});

it("stands on the order's page for the team", () => {
  show(<OrderMoney order={waiting} zone="Europe/London" />);
  expect(screen.getByRole("heading", { level: 3, name: /Waiting for £40\.00/ })).toBeVisible();
  seesAccount();
});

it("says until when an order waits that is paid in another way", () => {
  show(<OrderMoney order={{ ...waiting, transfer: null }} zone="Europe/London" />);
  expect(screen.getByText(/The order waits for its payment until .*5 March.*09:00/)).toBeVisible();
  expect(screen.queryByText("20-00-00")).toBeNull();
});

it("says nothing of it once the order stands", () => {
  show(<OrderMoney order={{ ...waiting, state: "confirmed", transfer: null }} zone="Europe/London" />);
  expect(screen.queryByText(/waits/)).toBeNull();
});
