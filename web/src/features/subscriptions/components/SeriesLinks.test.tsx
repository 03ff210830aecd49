import { render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { AnchorHTMLAttributes } from "react";
import { expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import { SeriesLinks } from "./SeriesLinks";

const { loadSubscription } = vi.hoisted(() => ({ loadSubscription: vi.fn() }));
vi.mock("../loaders", () => ({ loadSubscription }));
vi.mock("@/lib/i18n/navigation", () => ({
  Link: (props: AnchorHTMLAttributes<HTMLAnchorElement>) => <a {...props} />,
}));

it("leads from an order to each of its subscriptions that can be read, and says how often it is", async () => {
  loadSubscription
    .mockResolvedValueOnce({ id: "s", name: "Regular clean", frequency: "weekly", every: 2 })
    .mockRejectedValueOnce(new Error("not theirs"));
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {await SeriesLinks({ ids: ["s", "other"], path: "/ad/subscriptions/" })}
    </NextIntlClientProvider>,
  );
  const link = screen.getByRole("link", { name: "All visits: Regular clean" });
  expect(link).toHaveAttribute("href", "/ad/subscriptions/s/");
  expect(link.parentElement).toHaveTextContent("Every two weeks");
  expect(screen.getAllByRole("link")).toHaveLength(1);
});
