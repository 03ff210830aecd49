import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import messages from "../../../../messages/en.json";
import type { Filled } from "../addresses";

const { suggestAddresses, addressOf } = vi.hoisted(() => ({ suggestAddresses: vi.fn(), addressOf: vi.fn() }));
vi.mock("../api", () => ({ suggestAddresses, addressOf }));

const parts = { line1: "10 Downing Street", line2: "", town: "London", postcode: "SW1A 2AA" };
const suggestions = [
  { id: "google_places:a", main: "10 Downing Street", secondary: "London, UK" },
  { id: "google_places:b", main: "10 Downshire Row", secondary: "London, UK" },
];
type Asked = { text: string; near: string; session: string };

/** The texts that were asked about, without the first question: who would answer. */
const asked = () =>
  suggestAddresses.mock.calls.map(([body]) => body as Asked).filter(({ text }) => text !== "");

/** A fresh page: who answers is asked once a page. */
async function show({ near = "", source = "google_places" } = {}) {
  vi.resetModules();
  const { AddressLine } = await import("./AddressLine");
  suggestAddresses.mockImplementation(async ({ text }: Asked) => ({
    source,
    suggestions: text === "" ? [] : suggestions,
  }));
  const onFill = vi.fn<(filled: Filled) => boolean | undefined>();
  const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  function Form() {
    const [value, setValue] = useState("");
    return (
      <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
        <form onSubmit={onSubmit}>
          <AddressLine
            name="line1"
            label="Street"
            value={value}
            near={near}
            onChange={(event) => setValue(event.currentTarget.value)}
            onFill={(filled) => {
              setValue(filled.line1);
              return onFill(filled);
            }}
          />
        </form>
      </NextIntlClientProvider>
    );
  }
  render(<Form />);
  return { onFill, onSubmit };
}

const field = () => screen.findByRole("combobox", { name: "Street" });

describe("an address while it is typed", () => {
  beforeEach(() => {
    vi.resetAllMocks();
    addressOf.mockResolvedValue(parts);
  });

  it("is asked about once typing pauses, and chosen with the keyboard", async () => {
    const { onFill, onSubmit } = await show({ near: "SW1A 2AA" });
    const box = await field();
    await userEvent.type(box, "10 Down");
    const list = await screen.findByRole("listbox", { name: "Addresses" });
    expect(asked().map(({ text, near }) => [text, near])).toEqual([["10 Down", "SW1A 2AA"]]);
    expect(screen.getByRole("status")).toHaveTextContent("2 addresses. Use the up and down arrow keys.");
    expect(screen.getByText("Google Maps")).toHaveAttribute("translate", "no");
    expect(box).toHaveAttribute("aria-expanded", "true");
    expect(box).toHaveAttribute("aria-controls", list.id);
    expect(box).not.toHaveAttribute("aria-activedescendant");
    await userEvent.keyboard("{ArrowDown}");
    const active = screen.getByRole("option", { selected: true });
    expect(active).toHaveTextContent("10 Downing Street London, UK");
    expect(box).toHaveAttribute("aria-activedescendant", active.id);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(onFill).toHaveBeenCalledExactlyOnceWith(parts));
    expect(box).toHaveFocus();
    expect(box).toHaveValue("10 Downing Street");
    expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
    expect(screen.getByRole("status")).toHaveTextContent("The address is filled in. Please check it below.");
    expect(onSubmit).not.toHaveBeenCalled();
    expect(addressOf.mock.calls).toEqual([["google_places:a", asked()[0]?.session]]);
  });

  it("uses a session up with a choice, and not before", async () => {
    await show();
    const box = await field();
    await userEvent.type(box, "10 D");
    await screen.findByRole("listbox");
    await userEvent.type(box, "own");
    await waitFor(() => expect(asked()).toHaveLength(2));
    await userEvent.click(await screen.findByRole("option", { name: /Downshire/ }));
    await waitFor(() => expect(addressOf).toHaveBeenCalled());
    await userEvent.type(box, "x");
    await waitFor(() => expect(asked()).toHaveLength(3));
    const [first, second, third] = asked().map(({ session }) => session);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  it("drops an answer that comes after a newer question", async () => {
    await show();
    const box = await field();
    let late = (_: unknown) => {};
    suggestAddresses.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
    await userEvent.type(box, "10 D");
    await waitFor(() => expect(asked()).toHaveLength(1));
    await userEvent.type(box, "own");
    await screen.findByRole("listbox");
    late({ source: "google_places", suggestions: [{ id: "x", main: "Too late", secondary: "" }] });
    await Promise.resolve();
    expect(screen.queryByText("Too late")).not.toBeInTheDocument();
    expect(screen.getAllByRole("option")).toHaveLength(3);
    expect(suggestAddresses.mock.calls[1]?.[1]?.aborted).toBe(true);
  });

  it("closes with Escape, which goes no further, and keeps what was typed", async () => {
    const { onFill } = await show();
    const box = await field();
    await userEvent.type(box, "10 Down");
    await screen.findByRole("listbox");
    let reached = true;
    window.addEventListener("keydown", (event) => (reached = !event.defaultPrevented), { once: true });
    await userEvent.keyboard("{Escape}");
    expect(reached).toBe(false);
    expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
    expect(box).toHaveValue("10 Down");
    expect(onFill).not.toHaveBeenCalled();
  });

  it("can be typed in by hand at any time, and submitted with Enter", async () => {
    const { onFill, onSubmit } = await show();
    const box = await field();
    await userEvent.type(box, "10 Down");
    await userEvent.click(await screen.findByRole("option", { name: "Type it in myself" }));
    await userEvent.type(box, " Road{Enter}");
    await new Promise((resolve) => setTimeout(resolve, 300)); // longer than a pause in typing
    expect(asked()).toHaveLength(1);
    expect(box).toHaveValue("10 Down Road");
    expect(onFill).not.toHaveBeenCalled();
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it("takes the line that was shown when the rest cannot be had", async () => {
    const { onFill } = await show();
    addressOf.mockRejectedValue(new Error("503"));
    await userEvent.type(await field(), "10 Down");
    await userEvent.click(await screen.findByRole("option", { name: /Downing/ }));
    await waitFor(() => expect(onFill).toHaveBeenCalledExactlyOnceWith({ line1: "10 Downing Street" }));
  });

  it("does not say that it is filled in when the form asks first", async () => {
    const { onFill } = await show();
    onFill.mockReturnValue(false);
    await userEvent.type(await field(), "10 Down");
    await userEvent.click(await screen.findByRole("option", { name: /Downing/ }));
    await waitFor(() => expect(onFill).toHaveBeenCalled());
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("is a plain field where nothing more is known, and when nobody answers", async () => {
    await show({ near: "SW1A 2AA", source: "directory" });
    const box = screen.getByRole("textbox", { name: "Street" });
    await userEvent.type(box, "10 Downing Street");
    expect(box).toHaveValue("10 Downing Street");
    expect(asked()).toEqual([]);
  });

  it("stays quiet while the company fails", async () => {
    await show();
    const box = await field();
    suggestAddresses.mockResolvedValue({ source: "directory", suggestions: [] });
    await userEvent.type(box, "10 Down");
    await waitFor(() => expect(asked()).toHaveLength(1));
    await userEvent.type(box, "ing Street");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked()).toHaveLength(1);
    expect(screen.queryByText("Google Maps")).not.toBeInTheDocument();
  });
});
