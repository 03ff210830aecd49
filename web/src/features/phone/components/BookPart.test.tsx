import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { ProblemError } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import type { Basket } from "../../booking/rules";
import { BookPart } from "./BookPart";
import type { Desk } from "./useDesk";

const { book, getBasket } = vi.hoisted(() => ({ book: vi.fn(), getBasket: vi.fn() }));
vi.mock("../api", () => ({ book, getBasket }));
vi.mock("./useDayAndTime", () => ({ useDayAndTime: () => (instant: string) => instant }));

const basket = (to_pay_amount: number) =>
  ({
    caller: null,
    details: {},
    lines: [],
    goods: [],
    bundles: [],
    missing: [],
    gift_cards: [],
    passes: [],
    payment_methods: ["pay_on_site"],
    total_amount: to_pay_amount,
    totals: [{ currency: "GBP", total_amount: to_pay_amount, to_pay_amount, tax_amount: 0 }],
  }) as unknown as Basket;

/** With a desk that asks one thing after the other, as the real one does. */
function Page() {
  const [known, setKnown] = useState(basket(4000));
  const change = async (call: () => Promise<Basket>) => {
    const found = await call();
    setKnown(found);
    return found;
  };
  return (
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <BookPart
        desk={{ basket: known, change } as unknown as Desk}
        save={async () => known}
        onMissing={vi.fn()}
        onDone={vi.fn()}
      />
    </NextIntlClientProvider>
  );
}

const refusal = (code: string) => new ProblemError({ code, status: 409, title: code, fields: {}, extra: {} });

beforeEach(() => {
  vi.resetAllMocks();
  getBasket.mockResolvedValue(basket(4100));
});

it.each([
  "dates_changed",
  "price_changed",
  "changed_meanwhile",
  "slot_taken",
  "coupon_not_applicable",
  "gift_card_changed",
  "pass_changed",
])("shows what is different before it can be booked again: %s", async (code) => {
  book.mockRejectedValue(refusal(code));
  render(<Page />);
  await userEvent.click(screen.getByRole("checkbox"));
  await userEvent.click(screen.getByRole("button", { name: "Book for £40" }));
  expect(await screen.findByRole("button", { name: "Book for £41" })).toBeVisible();
  expect(screen.getByRole("alert")).toBeVisible();
});

it("asks for nothing anew where the basket is as it was", async () => {
  book.mockRejectedValue(refusal("not_allowed"));
  render(<Page />);
  await userEvent.click(screen.getByRole("checkbox"));
  await userEvent.click(screen.getByRole("button", { name: "Book for £40" }));
  await waitFor(() => expect(screen.getByRole("alert")).toBeVisible());
  expect(getBasket).not.toHaveBeenCalled();
});
