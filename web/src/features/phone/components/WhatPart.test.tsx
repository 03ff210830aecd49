import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Service } from "@/features/catalog/rules";
import messages from "../../../../messages/en.json";
import type { Basket } from "../../booking/rules";
import type { Desk } from "./useDesk";
import { WhatPart } from "./WhatPart";

const { changeExtras } = vi.hoisted(() => ({ changeExtras: vi.fn() }));
vi.mock("../api", () => ({ changeExtras }));

const extra = (id: string, name: string) => ({ id, slug: id, name, price_amount: 1000, max_quantity: 1 });
const priced = { name: "Regular clean", business: "b", price_from_amount: 6400, currency: "GBP" };
const service = {
  id: "s",
  ...priced,
  extras: [extra("oven", "Oven"), extra("fridge", "Fridge")],
  questions: [],
};
const line = { id: "l", service_id: "s", name: "Regular clean", total_amount: 6400, currency: "GBP" };
const basket = (...extras: string[]) =>
  ({
    bundles: [],
    lines: [
      { ...line, extras: extras.map((extra_id) => ({ extra_id, quantity: 1 })), answers: {}, files: [] },
    ],
  }) as unknown as Basket;

/** The part of the page with a desk that asks one thing after the other, as the real one does. */
function Page() {
  const [known, setKnown] = useState(basket());
  const desk = {
    basket: known,
    change: async (call: () => Promise<Basket>) => {
      try {
        const found = await call();
        setKnown(found);
        return found;
      } catch {
        return null;
      }
    },
  } as unknown as Desk;
  return (
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <WhatPart
        desk={desk}
        services={[service as unknown as Service]}
        bundles={[]}
        businesses={[]}
        errorOf={() => undefined}
      />
    </NextIntlClientProvider>
  );
}

describe("extras of an order by phone", () => {
  beforeEach(() => {
    changeExtras.mockReset();
  });

  it("are ticked at once, and two ticked quickly are both kept", async () => {
    const answers: ((basket: Basket) => void)[] = [];
    changeExtras.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    render(<Page />);
    await userEvent.click(screen.getByRole("checkbox", { name: /^Oven/ }));
    expect(screen.getByRole("checkbox", { name: /^Oven/ })).toBeChecked();
    await userEvent.click(screen.getByRole("checkbox", { name: /^Fridge/ }));
    const both = [
      { extra_id: "oven", quantity: 1 },
      { extra_id: "fridge", quantity: 1 },
    ];
    expect(changeExtras).toHaveBeenLastCalledWith("l", both);
    answers[0]?.(basket("oven"));
    answers[1]?.(basket("oven", "fridge"));
    await waitFor(() => expect(screen.getByRole("checkbox", { name: /^Fridge/ })).toBeChecked());
  });

  it("stand as they were where the change is refused", async () => {
    changeExtras.mockRejectedValue(new Error("refused"));
    render(<Page />);
    await userEvent.click(screen.getByRole("checkbox", { name: /^Oven/ }));
    await waitFor(() => expect(screen.getByRole("checkbox", { name: /^Oven/ })).not.toBeChecked());
  });
});
