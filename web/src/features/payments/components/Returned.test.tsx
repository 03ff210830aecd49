import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import { rememberWay } from "../rules";

const mocks = vi.hoisted(() => ({ checkPayment: vi.fn(), replace: vi.fn() }));
vi.mock("../api", () => ({ checkPayment: mocks.checkPayment }));
const router = { replace: mocks.replace };
vi.mock("@/lib/i18n/navigation", () => ({
  useRouter: () => router,
  getPathname: ({ href }: { href: string }) => href,
  Link: ({ href, children }: { href: string; children: React.ReactNode }) => <a href={href}>{children}</a>,
}));

import { Returned } from "./Returned";

function show() {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <Returned payment="p1" />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.clearAllMocks();
  window.sessionStorage.clear();
});

it("goes on to the order in the window where it was booked", async () => {
  mocks.checkPayment.mockResolvedValue({ state: "captured", order_number: "VAL-1" });
  rememberWay("p1", "/booking/done/#token");
  show();
  await vi.waitFor(() => expect(mocks.replace).toHaveBeenCalledWith("/booking/done/#token"));
});

it.each([
  ["captured", "Your number is VAL-1. With it and your e-mail you find your booking."],
  ["pending", "Your number is VAL-1. With it and your e-mail you find your booking."],
  ["open", /^Your number is VAL-1\. Go back to the window where you booked, or find/],
  ["failed", /^Your number is VAL-1\. Go back to the window where you booked, or find/],
])("tells the number in another window, where it is %s", async (state, words) => {
  mocks.checkPayment.mockResolvedValue({ state, order_number: "VAL-1" });
  show();
  expect(await screen.findByText(words)).toBeVisible();
  expect(document.body.textContent).not.toContain("e-mail we sent you");
  expect(screen.getByRole("link", { name: "Find my booking" })).toHaveAttribute("href", "/track/");
});

it("says where the number is when nothing could be asked", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 });
  mocks.checkPayment.mockRejectedValue(new Error("away"));
  show();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await screen.findByText(/your number stands there/)).toBeVisible();
  vi.useRealTimers();
});
