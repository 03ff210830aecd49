import { render, screen, within } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { Block, Calendar, Staff } from "../rules";
import { DayList } from "./DayList";

const maria = { id: "m", name: "Maria", zone: "Europe/London" };
const off = { id: "t", staff_member_id: "m", state: "granted" };
const block = { id: "b", staff_member_id: "m", note: "", is_ours: true } as Block;

/** Her Tuesday, 9 June, in London: one hour ahead of UTC. */
function day({ open = [], ...calendar }: Partial<Calendar> & { open?: Staff["open"] }) {
  const all = { appointments: [], time_off: [], blocks: [], holds: [], ...calendar };
  render(
    <NextIntlClientProvider locale="en" timeZone="Europe/London" messages={messages}>
      <DayList
        calendar={all as unknown as Calendar}
        staff={[{ ...maria, open } as Staff]}
        date="2026-06-09"
        zone="Europe/London"
        onOpen={vi.fn()}
        onBlock={vi.fn()}
        onSpot={vi.fn()}
      />
    </NextIntlClientProvider>,
  );
  return within(screen.getByRole("region", { name: "Maria, no visits" }));
}

it("tells hours over midnight as far as they are of this day", () => {
  const list = day({
    open: [
      ["2026-06-08T21:00:00Z", "2026-06-09T01:00:00Z"],
      ["2026-06-09T21:00:00Z", "2026-06-10T01:00:00Z"],
    ],
  });
  expect(list.getByText("00:00–02:00, 22:00–00:00")).toBeVisible();
});

it("calls a day within a longer absence a whole one, and its last day what it is", () => {
  const list = day({
    time_off: [
      { ...off, starts_at: "2026-06-07T23:00:00Z", ends_at: "2026-06-12T23:00:00Z" },
      { ...off, id: "u", state: "asked", starts_at: "2026-06-07T23:00:00Z", ends_at: "2026-06-09T11:00:00Z" },
    ] as Calendar["time_off"],
    blocks: [{ ...block, starts_at: "2026-06-08T23:00:00Z", ends_at: "2026-06-09T23:00:00Z" }],
  });
  expect(list.getByText("All day Time off")).toBeVisible();
  expect(list.getByText("00:00–12:00 Time off asked for")).toBeVisible();
  expect(list.getByRole("button", { name: "All day Blocked" })).toBeVisible();
  expect(list.getByText("Not working")).toBeVisible();
});
