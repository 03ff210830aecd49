import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import { ToastProvider } from "@/components/ui/Toast";
import messages from "../../../../messages/en.json";
import type { Changing } from "../changes";
import { RestoreVisit } from "./RestoreVisit";

const { fetchRestoration, restoreAppointment } = vi.hoisted(() => ({
  fetchRestoration: vi.fn(),
  restoreAppointment: vi.fn(),
}));
vi.mock("../api", () => ({ fetchRestoration, restoreAppointment }));

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
  staff_name: "Sam",
  waits_for_yes: false,
  price_amount: 4000,
  kept_amount: 1000,
  owed_amount: 3000,
  pays: "link",
  currency: "GBP",
  token: "t",
};

function show(onRestored = vi.fn()) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ToastProvider>
          <RestoreVisit visit={visit} onBack={vi.fn()} onDone={vi.fn()} onRestored={onRestored} />
        </ToastProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return onRestored;
}

beforeEach(() => {
  vi.resetAllMocks();
});

it("tells what is paid and owed, and puts it back as it was shown", async () => {
  fetchRestoration.mockResolvedValue(found);
  restoreAppointment.mockResolvedValue({ id: "a" });
  const onRestored = show();
  expect(await screen.findByText("£10.00 of it is paid already.")).toBeVisible();
  expect(screen.getByText(/£30.00 is owed again. It is paid by the link/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: messages.change.restore.yes }));
  expect(restoreAppointment).toHaveBeenCalledWith("a", found);
  expect(onRestored).toHaveBeenCalledWith({ id: "a" });
});

it("says why it cannot be put back", async () => {
  fetchRestoration.mockResolvedValue({ ...found, allowed: false, refused_reason: "taken" });
  show();
  expect(await screen.findByText(messages.change.restore.refused.taken)).toBeVisible();
  expect(screen.queryByRole("button", { name: messages.change.restore.yes })).toBeNull();
});
