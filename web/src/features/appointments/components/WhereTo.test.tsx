import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { Changing } from "../changes";
import { WhereTo } from "./WhereTo";

const { fetchPlaces, addPlace } = vi.hoisted(() => ({ fetchPlaces: vi.fn(), addPlace: vi.fn() }));
vi.mock("../api", () => ({ fetchPlaces, addPlace }));
vi.mock("@/features/places/components/AddressLine", () => ({
  AddressLine: ({ name, label, onChange }: { name: string; label: string; onChange: () => void }) => (
    <label>
      {label}
      <input name={name} onChange={onChange} />
    </label>
  ),
}));

const at = (id: string, name: string, more = {}) => ({
  id,
  name,
  is_here: false,
  is_reached: true,
  more_amount: 0,
  currency: "GBP",
  ...more,
});
const here = at("h", "1 Plain Street", { is_here: true });
const low = at("l", "2 Low Road");
const dear = at("d", "4 High Street", { more_amount: 1000 });
const far = at("f", "3 Sea View", { is_reached: false });
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

function show(changing: Changing, place: typeof low | null = null) {
  const onChoose = vi.fn();
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <WhereTo visit={changing} place={place} onChoose={onChoose} />
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
  return onChoose;
}

async function type(label: string, text: string) {
  await userEvent.type(screen.getByLabelText(label, { exact: false }), text);
}

describe("where a visit is to be", () => {
  beforeEach(() => vi.resetAllMocks());

  it("offers a customer what is reached at the same price, and says why not the others", async () => {
    fetchPlaces.mockResolvedValue([here, low, dear, far]);
    const onChoose = show(visit);
    const select = await screen.findByLabelText("Where");
    expect(select).toHaveValue("h");
    expect(screen.getByRole("option", { name: "4 High Street (£10 more)" })).toBeDisabled();
    expect(screen.getByRole("option", { name: "3 Sea View (nobody comes there)" })).toBeDisabled();
    await userEvent.selectOptions(select, "l");
    expect(onChoose).toHaveBeenLastCalledWith(low);
    await userEvent.selectOptions(select, "h");
    expect(onChoose).toHaveBeenLastCalledWith(null);
  });

  it("lets the team choose where it costs more, and says that the price stays", async () => {
    fetchPlaces.mockResolvedValue([here, dear]);
    const onChoose = show(byTeam, dear);
    await userEvent.selectOptions(await screen.findByLabelText("Where"), "d");
    expect(onChoose).toHaveBeenLastCalledWith(dear);
    expect(screen.getByText(/would cost £10 more there. The price stays as it was sold/)).toBeVisible();
  });

  it("takes an address that is typed, unless nobody comes there", async () => {
    fetchPlaces.mockResolvedValue([here]);
    addPlace.mockResolvedValueOnce(far).mockResolvedValueOnce(low);
    const onChoose = show(visit);
    for (const found of [far, low]) {
      await userEvent.selectOptions(await screen.findByLabelText("Where"), "new");
      await type(messages.addressSearch.line1, found.name);
      await type(messages.addressSearch.town, "London");
      await type(messages.addressSearch.postcode, "SW11 1AA");
      await userEvent.click(screen.getByRole("button", { name: "Use this address" }));
      if (found === far) expect(await screen.findByRole("alert")).toHaveTextContent("Nobody of us comes");
    }
    expect(onChoose).toHaveBeenCalledOnce();
    expect(onChoose).toHaveBeenCalledWith(low);
    expect(addPlace.mock.calls[0]?.slice(0, 1)).toEqual(["a"]);
  });

  it("is not there where nobody comes to the customer", async () => {
    fetchPlaces.mockResolvedValue([]);
    show(visit);
    await Promise.resolve();
    expect(screen.queryByLabelText("Where")).toBeNull();
  });
});
