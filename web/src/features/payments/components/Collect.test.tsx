import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import type { Order } from "@/features/orders/rules";
import { ProblemError } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";

const mocks = vi.hoisted(() => ({ chargeKept: vi.fn(), testMethods: vi.fn(), refresh: vi.fn() }));
vi.mock("../api", () => ({ chargeKept: mocks.chargeKept, testMethods: mocks.testMethods }));
vi.mock("@/lib/i18n/navigation", () => ({ useRouter: () => ({ refresh: mocks.refresh }) }));
vi.mock("@/components/ui/Toast", () => ({ useToast: () => vi.fn() }));

import { CollectForm } from "./Collect";

const offered = (amount: number, card = "Visa ending in 4242") =>
  ({
    number: "VAL-1",
    currency: "GBP",
    card_offer: { card, due_amount: amount, owed_amount: amount },
  }) as Order;
const without = { number: "VAL-1", currency: "GBP", card_offer: null } as Order;
const tried = vi.fn();
let client = new QueryClient();

function page(order: Order) {
  return (
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={client}>
        <CollectForm order={order} open="card" onDone={vi.fn()} onTried={tried} />
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}

const yes = () => screen.getByRole("checkbox", { name: /agreed/ });

beforeEach(() => {
  vi.clearAllMocks();
  mocks.testMethods.mockResolvedValue([]);
  client = new QueryClient();
});

it("says so where no real money would move", async () => {
  mocks.testMethods.mockResolvedValue(["card"]);
  render(page(offered(5200)));
  expect(await screen.findByText("Test mode: no real money moves")).toBeVisible();
  expect(mocks.testMethods).toHaveBeenCalledWith("GBP", expect.anything());
});

it("a yes is to that amount and that card, and to none that comes in its place", async () => {
  const { rerender } = render(page(offered(5200)));
  await userEvent.click(yes());
  expect(yes()).toBeChecked();
  rerender(page(offered(6000)));
  expect(yes()).not.toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: /£60\.00/ }));
  rerender(page(offered(5200, "Mastercard ending in 5555")));
  await userEvent.click(screen.getByRole("button", { name: /5555/ }));
  expect(mocks.chargeKept).not.toHaveBeenCalled();
  expect(screen.getByText(/Ask the customer first/)).toBeVisible();
});

it("what came of the last try that could be stays to be read", async () => {
  mocks.chargeKept.mockRejectedValue(
    new ProblemError({
      status: 409,
      code: "no_card_kept",
      title: "",
      reference: "R1",
      fields: {},
      extra: {},
    } as never),
  );
  const { rerender } = render(page(offered(5200)));
  await userEvent.click(yes());
  await userEvent.click(screen.getByRole("button", { name: /£52\.00/ }));
  expect(tried).toHaveBeenCalledOnce();
  rerender(page(without));
  expect(screen.getByRole("alert")).toHaveTextContent("The customer keeps no card any more");
  expect(screen.queryByRole("button", { name: /£52\.00/ })).toBeNull();
});
