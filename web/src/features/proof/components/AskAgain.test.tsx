import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { Way } from "../rules";
import { AskAgain } from "./AskAgain";

const onClose = vi.fn();

function ask(ways: Way[]) {
  render(
    <NextIntlClientProvider locale="en" timeZone="Europe/London" messages={messages}>
      <AskAgain ways={ways} onSaid={vi.fn()} onClose={onClose} />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  onClose.mockReset();
  // jsdom has no dialogs of its own.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => vi.unstubAllGlobals());

it("says so where an account opens with a passkey alone and the browser knows none", async () => {
  ask(["passkey"]);
  expect(screen.getByText(/this browser can use none/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /passkey/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Leave it" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it("asks for the passkey first where there is no other way", () => {
  vi.stubGlobal("PublicKeyCredential", class {});
  ask(["passkey"]);
  expect(screen.getByRole("button", { name: "Use your passkey" })).toBeVisible();
  expect(screen.queryByText(/this browser can use none/)).toBeNull();
});

it("offers the passkey beside the password only to a browser that knows them", () => {
  ask(["password", "passkey"]);
  expect(screen.getByLabelText("Your password")).toHaveFocus();
  expect(screen.queryByRole("button", { name: /passkey/ })).toBeNull();
});
