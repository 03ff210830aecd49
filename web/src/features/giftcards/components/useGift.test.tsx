import { act, renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import type { Problem } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import type { Offer } from "../rules";
import { useGift } from "./useGift";

const offer = (business: string, ...amounts: number[]) =>
  ({ business, currency: "GBP", amounts, least_amount: 1000, most_amount: 50_000 }) as Offer;
const refusal = (fields: Record<string, string[]>) =>
  ({ status: 422, code: "invalid_input", title: "", fields, extra: {}, reference: "" }) as unknown as Problem;

function wrapper({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      {children}
    </NextIntlClientProvider>
  );
}

it("an amount that another seller offers is not chosen here", () => {
  const { result, rerender } = renderHook((each: Offer) => useGift(each), {
    initialProps: offer("a", 2500, 5000, 10_000),
    wrapper,
  });
  act(() => result.current.choose("10000"));
  expect(result.current.chosen).toBe("10000");
  rerender(offer("b", 2000, 6000));
  expect(result.current.chosen).toBe("6000");
  expect(result.current.checked()).toMatchObject({ business: "b", amount: 6000 });
});

it("what the server says of a field stands at that field, however it names it", () => {
  const { result } = renderHook(() => useGift(offer("a", 2500)), { wrapper });
  act(() => {
    expect(result.current.refuse(refusal({ "gift.deliver_on": ["No such day."] }))).toBe(true);
  });
  expect(result.current.errorOf("deliver_on")).toBe("No such day.");
  act(() => {
    expect(result.current.refuse(refusal({ "gift.business": ["Gone."] }))).toBe(false);
  });
});
