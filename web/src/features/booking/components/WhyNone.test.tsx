import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import { WhyNone } from "./WhyNone";

const { whyNone, firstFree } = vi.hoisted(() => ({ whyNone: vi.fn(), firstFree: vi.fn() }));
vi.mock("../api", () => ({ whyNone, firstFree }));

const maria = { id: "m", name: "Maria" };
const nothing = {
  zone: "Europe/London",
  reasons: ["taken"],
  shorter_by_minutes: null,
  shorter_starts_at: null,
  nearest_starts_at: null,
  nearest_staff: null,
};

function show(onNearest = vi.fn()) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <WhyNone
          asked={{ line: "l", basis: "" }}
          on="2026-12-08"
          zone="Europe/London"
          person={null}
          onNearest={onNearest}
          contact={<a href="tel:1">Call us</a>}
        />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return onNearest;
}

describe("a day with nothing free", () => {
  beforeEach(() => vi.resetAllMocks());

  it("offers the nearest time of the week without looking further", async () => {
    whyNone.mockResolvedValue({
      ...nothing,
      nearest_starts_at: "2026-12-09T09:00:00Z",
      nearest_staff: maria,
    });
    show();
    await screen.findByRole("button", { name: "Nearest free: Wed 9 December, 09:00 with Maria" });
    expect(firstFree).not.toHaveBeenCalled();
  });

  it("offers the first free time however far it lies, when the week around has none", async () => {
    whyNone.mockResolvedValue(nothing);
    firstFree.mockResolvedValue({
      zone: "Europe/London",
      starts_at: "2027-01-15T10:00:00Z",
      ends_at: null,
      staff: maria,
    });
    const chosen = show();
    await userEvent.click(
      await screen.findByRole("button", { name: "First free: Fri 15 January, 10:00 with Maria" }),
    );
    expect(chosen).toHaveBeenCalledWith("2027-01-15T10:00:00Z", "m");
    expect(screen.getByText("Nothing is free in the week around it either.")).toBeVisible();
  });

  it("says so when nothing at all can be booked, names no cause that is not known, and leads to a person", async () => {
    whyNone.mockResolvedValue(nothing);
    firstFree.mockResolvedValue({ zone: "Europe/London", starts_at: null, ends_at: null, staff: null });
    show();
    expect(await screen.findByText(/^No other day that can be booked online/)).toBeVisible();
    expect(screen.getByText(/^Nobody has free time long enough/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Call us" })).toBeVisible();
    expect(screen.queryByText(/taken/)).toBeNull();
  });
});
