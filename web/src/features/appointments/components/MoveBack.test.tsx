import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import { ToastProvider } from "@/components/ui/Toast";
import messages from "../../../../messages/en.json";
import type { Changing } from "../changes";
import { MoveBack } from "./MoveBack";

const { fetchMoveBack, undoMove } = vi.hoisted(() => ({ fetchMoveBack: vi.fn(), undoMove: vi.fn() }));
vi.mock("../api", () => ({ fetchMoveBack, undoMove }));

const visit = {
  appointmentId: "a",
  name: "Clean",
  startsAt: "2026-12-11T09:00:00Z",
  endsAt: "2026-12-11T11:00:00Z",
  zone: "Europe/London",
  venue: "customer",
  reader: "team",
  told: "Nora",
} as Changing;
const found = {
  allowed: true,
  refused_reason: "",
  starts_at: "2026-12-10T13:00:00Z",
  ends_at: "2026-12-10T15:00:00Z",
  staff_name: "Sam",
  address: "1 Plain Street",
  token: "t",
};
const words = messages.change.moveBack;

function show(onRestored = vi.fn()) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ToastProvider>
          <MoveBack visit={visit} onBack={vi.fn()} onDone={vi.fn()} onRestored={onRestored} />
        </ToastProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return onRestored;
}

beforeEach(() => {
  vi.resetAllMocks();
});

it("tells when, with whom and where, and moves it back as it was shown", async () => {
  fetchMoveBack.mockResolvedValue(found);
  undoMove.mockResolvedValue({ id: "a" });
  const onRestored = show();
  expect(await screen.findByText(/^It is on Thu 10 December.* again, with Sam\.$/)).toBeVisible();
  expect(screen.getByText("1 Plain Street")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: words.yes }));
  expect(undoMove).toHaveBeenCalledWith("a", found);
  expect(onRestored).toHaveBeenCalledWith({ id: "a" });
});

it.each([
  ["taken", words.refused.taken],
  ["a reason of tomorrow", words.refused.not_moved],
])("says why it cannot be: %s", async (reason, said) => {
  fetchMoveBack.mockResolvedValue({ ...found, allowed: false, refused_reason: reason });
  show();
  expect(await screen.findByText(said)).toBeVisible();
  expect(screen.queryByRole("button", { name: words.yes })).toBeNull();
});
