import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { Basket } from "../rules";
import { GiftCardBox } from "./GiftCardBox";

const card = { id: "c", ending: "7K3Q", currency: "GBP", balance_amount: 5000, used_amount: 0 };
const bought = { id: "g", kind: "gift_card", currency: "GBP" };
const { notForCards, nothingText, open, another } = messages.booking.giftCard;

function show(basket: object) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <GiftCardBox
        basket={{ goods: [], gift_cards: [], totals: [{ currency: "GBP" }], ...basket } as unknown as Basket}
        onName={vi.fn()}
        onDrop={vi.fn()}
      />
    </NextIntlClientProvider>,
  );
}

it("asks for a code where a gift card can pay", () => {
  show({});
  expect(screen.getByText(open)).toBeVisible();
  expect(screen.queryByText(notForCards)).toBeNull();
});

it("says that a gift card does not pay for a gift card, and asks for no code", () => {
  show({ goods: [bought] });
  expect(screen.getByText(notForCards)).toBeVisible();
  expect(screen.queryByText(open)).toBeNull();
});

it("gives that as the reason of a card that was named before", () => {
  show({ goods: [bought], gift_cards: [card] });
  expect(screen.getByRole("status")).toHaveTextContent(`Gift card …7K3Q pays nothing here${notForCards}`);
  expect(screen.getAllByText(notForCards)).toHaveLength(1);
  expect(screen.queryByText(another)).toBeNull();
});

it("says of a card in another currency what is true of it, which may pay for the rest", () => {
  const euros = { ...card, currency: "EUR" };
  show({ goods: [bought], gift_cards: [euros], totals: [{ currency: "GBP" }, { currency: "EUR" }] });
  expect(screen.getByText(nothingText)).toBeVisible();
  expect(screen.getByText(notForCards)).toBeVisible();
  expect(screen.getByText(another)).toBeVisible();
});
