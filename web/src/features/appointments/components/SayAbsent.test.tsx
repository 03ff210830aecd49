import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ProblemError, toProblem } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import type { Changing } from "../changes";
import { SayAbsent, type Saying } from "./SayAbsent";

const { fetchAbsence, toasted } = vi.hoisted(() => ({ fetchAbsence: vi.fn(), toasted: vi.fn() }));
vi.mock("../api", () => ({ fetchAbsence }));
vi.mock("@/components/ui/Toast", () => ({ useToast: () => toasted }));

const half = {
  allowed: true,
  refused_reason: null,
  refund_percent: 50,
  refund_amount: 1900,
  fee_amount: 2400,
  owed_amount: 500,
  charged_to: "",
  paid_amount: 3800,
  currency: "GBP",
  ways: [{ method: "card", amount: 1900 }],
  kept: null,
  token: "t",
  as_of: "2026-12-01T09:00:00Z",
  visit_returns: null,
};
const visit: Changing = {
  appointmentId: "a",
  name: "Regular clean",
  startsAt: "2026-12-05T09:00:00Z",
  endsAt: "2026-12-05T11:00:00Z",
  zone: "Europe/London",
  venue: "customer",
  staffName: "Grace Lin",
  reader: "team",
  told: "Margaret",
  canAsk: false,
  business: { phone: "", email: "" },
};

function show(saying: Saying, say = vi.fn()) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SayAbsent saying={saying} say={say} visit={visit} onBack={vi.fn()} onDone={vi.fn()} />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return say;
}

describe("one side was not there", () => {
  beforeEach(() => {
    vi.clearAllMocks();
    fetchAbsence.mockResolvedValue(half);
  });

  it("tells the fee, what of it is owed and what goes back before anybody says so", async () => {
    show("noShow");
    expect(await screen.findByText("It costs £24.00, as agreed when it was booked.")).toBeVisible();
    expect(screen.getByText("Of that, £5.00 was not paid and is owed.")).toBeVisible();
    expect(screen.getByText("£19.00 goes back to the card.")).toBeVisible();
    expect(fetchAbsence).toHaveBeenCalledWith("a", "customer", undefined, expect.anything());
  });

  it("sends what was shown, and says that it is noted", async () => {
    const say = show("noShow");
    await userEvent.click(await screen.findByRole("button", { name: "Margaret was not there" }));
    expect(say).toHaveBeenCalledWith(half, "");
    await waitFor(() => expect(toasted).toHaveBeenCalledWith("Noted: Margaret was not there."));
  });

  it("looks again where the money has changed meanwhile", async () => {
    const say = show(
      "notServed",
      vi.fn().mockRejectedValue(new ProblemError(toProblem({ code: "consequence_changed" }, 409))),
    );
    await userEvent.type(await screen.findByRole("textbox"), "The van broke down");
    await userEvent.click(screen.getByRole("button", { name: "Nobody came" }));
    expect(say).toHaveBeenCalledWith(half, "The van broke down");
    await waitFor(() => expect(fetchAbsence).toHaveBeenCalledTimes(2));
    expect(toasted).not.toHaveBeenCalled();
  });

  it("tells a customer what would go back, and promises nothing", async () => {
    fetchAbsence.mockResolvedValue({
      ...half,
      fee_amount: 0,
      owed_amount: 0,
      refund_amount: 3800,
      ways: [{ method: "card", amount: 3800 }],
    });
    show("report");
    expect(await screen.findByText("If it is so, all that you paid goes back to you.")).toBeVisible();
    expect(fetchAbsence).toHaveBeenCalledWith("a", "team", undefined, expect.anything());
  });
});
