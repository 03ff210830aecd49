import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { Changing } from "../changes";
import { CancelVisit } from "./CancelVisit";

const { fetchCancellation, cancelAppointment, toasted } = vi.hoisted(() => ({
  fetchCancellation: vi.fn(),
  cancelAppointment: vi.fn(),
  toasted: vi.fn(),
}));
vi.mock("../api", () => ({ fetchCancellation, cancelAppointment }));
vi.mock("@/components/ui/Toast", () => ({ useToast: () => toasted }));

const allowed = {
  allowed: true,
  refused_reason: null,
  refund_percent: 50,
  refund_amount: 2400,
  fee_amount: 2400,
  owed_amount: 0,
  charged_to: "",
  by_law: false,
  paid_amount: 4800,
  currency: "GBP",
  answer_changes_at: null,
  business_phone: "020 7946 0123",
  reason_needed: false,
  ways: [{ method: "card", amount: 2400 }],
  kept: null,
  token: "t",
  as_of: "2026-12-01T09:00:00Z",
};
const visit: Changing = {
  appointmentId: "a",
  name: "Regular clean",
  startsAt: "2026-12-05T09:00:00Z",
  endsAt: "2026-12-05T11:00:00Z",
  zone: "Europe/London",
  venue: "customer",
  staffName: "Grace Lin",
  reader: "customer",
  told: "margaret@example.com",
  canAsk: false,
  business: { phone: "020 7946 0123", email: "" },
};
const byTeam: Changing = { ...visit, reader: "team", told: "Margaret", business: { phone: "", email: "" } };

function show(changing: Changing, onDone = vi.fn()) {
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <CancelVisit visit={changing} onBack={vi.fn()} onDone={onDone} />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return { container, onDone };
}

describe("cancelling a visit", () => {
  beforeEach(() => vi.resetAllMocks());

  it("tells its customer what it costs, to the penny, on the button too", async () => {
    fetchCancellation.mockResolvedValue(allowed);
    const { onDone } = show(visit);
    expect(await screen.findByText("Cancelling now costs £24.")).toBeVisible();
    expect(screen.getByText("£24.00 goes back to the card.")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Cancel and pay £24" }));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(cancelAppointment).toHaveBeenCalledWith("a", "", allowed, undefined);
    expect(toasted.mock.lastCall?.[0]).toContain("margaret@example.com");
  });

  it("says in one line that the law gives everything back", async () => {
    fetchCancellation.mockResolvedValue({ ...allowed, by_law: true, fee_amount: 0, refund_amount: 4800 });
    show(visit);
    expect(await screen.findByText(/less than 14 days ago, so by law/)).toBeVisible();
    expect(screen.getByText("Cancelling now costs nothing.")).toBeVisible();
  });

  it("names what was not paid and the card it is charged to", async () => {
    const charged = {
      ...allowed,
      paid_amount: 0,
      refund_amount: 0,
      owed_amount: 2400,
      charged_to: "Visa 4242",
      ways: [],
    };
    fetchCancellation.mockResolvedValue(charged);
    show(visit);
    expect(await screen.findByText("£24.00 of it was not paid. It is charged to Visa 4242.")).toBeVisible();
  });

  it("asks why where the rules want a reason", async () => {
    fetchCancellation.mockResolvedValue({ ...allowed, reason_needed: true });
    show(visit);
    await userEvent.click(await screen.findByRole("button", { name: "Cancel and pay £24" }));
    expect(cancelAppointment).not.toHaveBeenCalled();
    expect(screen.getByRole("textbox", { name: "Why?" })).toBeInvalid();
    await userEvent.type(screen.getByRole("textbox", { name: "Why?" }), "I am ill");
    await userEvent.click(screen.getByRole("button", { name: "Cancel and pay £24" }));
    await waitFor(() =>
      expect(cancelAppointment).toHaveBeenCalledWith("a", "I am ill", expect.anything(), undefined),
    );
  });

  it("tells until when on the reader's own clock, for a session on a screen", async () => {
    fetchCancellation.mockResolvedValue({
      ...allowed,
      fee_amount: 0,
      answer_changes_at: "2026-11-23T01:30:00Z",
    });
    show({ ...visit, venue: "online" });
    // The tests' reader is in New York.
    expect(await screen.findByText("This holds until Sun 22 November, 20:30.")).toBeVisible();
  });

  it("tells the team what happens to the customer, and never calls the visit theirs", async () => {
    const forFree = { ...allowed, refund_amount: 0, fee_amount: 0, paid_amount: 0 };
    fetchCancellation.mockResolvedValue(forFree);
    const { container, onDone } = show(byTeam);
    expect(await screen.findByText(/^Margaret gets a message and does not pay for it\./)).toBeVisible();
    expect(container).not.toHaveTextContent(/\byour?\b|£/i);
    await userEvent.type(screen.getByRole("textbox", { name: /^Reason/ }), "Flooded street");
    await userEvent.click(screen.getByRole("button", { name: "Cancel the visit" }));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(cancelAppointment).toHaveBeenCalledWith("a", "Flooded street", forFree, undefined);
  });

  it("leads a customer who is too late to a person, and the team to no phone", async () => {
    fetchCancellation.mockResolvedValue({ ...allowed, allowed: false, refused_reason: "too_late" });
    show(visit);
    expect(await screen.findByRole("link", { name: /Call 020 7946 0123/ })).toBeVisible();
  });

  it("says to the team that it is over", async () => {
    fetchCancellation.mockResolvedValue({ ...allowed, allowed: false, refused_reason: "over" });
    const { container } = show(byTeam);
    expect(await screen.findByText("It has begun or is over.")).toBeVisible();
    expect(container).not.toHaveTextContent(/call us/i);
  });
});

describe("the team's words", () => {
  it("speak to nobody as the customer", () => {
    expect(Object.values(messages.change.team).join(" ")).not.toMatch(/\byour?\b|\bwe\b|\bus\b/i);
  });
});
