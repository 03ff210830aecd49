import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import { ToastProvider } from "@/components/ui/Toast";
import messages from "../../../../messages/en.json";
import type { Changing, TeamsWay } from "../changes";
import { ChangeVisit } from "./ChangeVisit";

const { declineAppointment, refresh } = vi.hoisted(() => ({ declineAppointment: vi.fn(), refresh: vi.fn() }));
vi.mock("../api", () => ({ declineAppointment }));
vi.mock("@/lib/i18n/navigation", () => ({ useRouter: () => ({ refresh }) }));
type Opened = { visit: Changing; onDone: () => void };
const opened =
  (word: string) =>
  ({ visit, onDone }: Opened) => (
    <button type="button" onClick={onDone}>{`${word} ${visit.appointmentId}`}</button>
  );
vi.mock("./MoveVisit", () => ({ MoveVisit: (props: Opened) => opened("moving")(props) }));
vi.mock("./CancelVisit", () => ({ CancelVisit: (props: Opened) => opened("cancelling")(props) }));

const visit = { appointmentId: "a", name: "Clean", reader: "team", told: "Nora" } as Changing;

function show(...ways: TeamsWay[]) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ToastProvider>
        <ChangeVisit visit={visit} ways={ways} what="Clean, 11 December" />
      </ToastProvider>
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.resetAllMocks();
});

it.each([
  ["Move", "moving a"],
  ["Cancel", "cancelling a"],
])("%s opens it for that very visit, and shows afterwards how it is", async (word, inside) => {
  show("move", "cancel");
  await userEvent.click(screen.getByRole("button", { name: `${word}: Clean, 11 December` }));
  await userEvent.click(screen.getByRole("button", { name: inside }));
  expect(refresh).toHaveBeenCalledOnce();
  expect(screen.getByRole("button", { name: `${word}: Clean, 11 December` })).toBeVisible();
});

it("offers only what the reader may do", () => {
  show("cancel");
  expect(screen.getAllByRole("button").map((each) => each.textContent)).toEqual(["Cancel"]);
});

it("declines one that waits for a yes, with a word for the team, and says why it could not", async () => {
  declineAppointment.mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce({ id: "a" });
  show("move", "decline");
  await userEvent.click(screen.getByRole("button", { name: /^Decline: / }));
  await userEvent.type(screen.getByRole("textbox"), " Nobody free ");
  await userEvent.click(screen.getByRole("button", { name: messages.appointments.declineYes }));
  expect(await screen.findByRole("alert")).toBeVisible();
  expect(refresh).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: messages.appointments.declineYes }));
  await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
  expect(declineAppointment).toHaveBeenLastCalledWith("a", "Nobody free");
});
