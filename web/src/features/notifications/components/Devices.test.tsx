import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noAnswer, ProblemError } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import { Devices } from "./Devices";

const device = vi.hoisted(() => ({
  ability: vi.fn(),
  current: vi.fn(),
  isByKey: vi.fn(),
  isOnAs: vi.fn(),
  kept: vi.fn(),
  letGo: vi.fn(),
  turnOff: vi.fn(),
  turnOn: vi.fn(),
}));
const { forgetDevice } = vi.hoisted(() => ({ forgetDevice: vi.fn() }));
vi.mock("../device", () => device);
vi.mock("../api", () => ({ forgetDevice }));

const asked = vi.fn();
const permit = (permission: string) =>
  vi.stubGlobal("Notification", { permission, requestPermission: asked });
const here = { id: "d1", name: "Chrome on Linux", created_at: "2026-06-09T09:00:00Z" };
const phone = { ...here, id: "d2", name: "Safari on iPhone" };

function show(first = [phone]) {
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <Devices user="ann" first={first} pushKey="k" />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.resetAllMocks();
  permit("default");
  asked.mockResolvedValue("granted");
  device.ability.mockReturnValue("yes");
  device.isOnAs.mockResolvedValue(false);
  device.isByKey.mockReturnValue(true);
  device.current.mockResolvedValue({ endpoint: "e" });
  device.kept.mockReturnValue({ user: "ann", id: "d1", endpoint: "e" });
  device.turnOn.mockResolvedValue(here);
});
afterEach(() => vi.unstubAllGlobals());

const on = () => screen.findByRole("button", { name: "Show messages on this device" });

describe("this device", () => {
  it("asks for leave only once it is pressed, and is in the list then", async () => {
    show();
    const button = await on();
    expect(asked).not.toHaveBeenCalled();
    await userEvent.click(button);
    expect(await screen.findByText("Messages are shown on this device.")).toBeVisible();
    expect(device.turnOn).toHaveBeenCalledWith("ann", "k", expect.any(String));
    expect(screen.getByText("Chrome on Linux")).toHaveTextContent("This device. Since Tue 9 June 2026");
    expect(screen.getByRole("button", { name: "Turn off here" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Turn off here" }));
    await on();
    expect(screen.queryByText("Chrome on Linux")).toBeNull();
  });

  it.each([
    ["home_screen", /Add to Home Screen/],
    ["no", /This browser cannot show messages/],
  ])("says why it cannot: %s", async (able, words) => {
    device.ability.mockReturnValue(able);
    show();
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole("button", { name: /on this device/ })).toBeNull();
  });

  it("says how it is allowed again, before and after the question", async () => {
    permit("denied");
    show();
    expect(await screen.findByText(/allow notifications/)).toBeVisible();
  });

  it.each(["denied", "default"])("takes a no for an answer: %s", async (answer) => {
    asked.mockResolvedValue(answer);
    show();
    await userEvent.click(await on());
    const words = answer === "denied" ? /allow notifications/ : /got no answer/;
    expect(await screen.findByText(words)).toBeVisible();
    expect(device.turnOn).not.toHaveBeenCalled();
  });

  it.each([
    [new DOMException("push service", "AbortError"), /could not set this up/],
    [
      new ProblemError({ ...noAnswer, code: "invalid_input", status: 422 }),
      /cannot send messages to this browser/,
    ],
    [new ProblemError(noAnswer), /no connection|not answer|reach/i],
  ])("says what went wrong and can be tried again", async (error, words) => {
    device.turnOn.mockRejectedValueOnce(error);
    show();
    await userEvent.click(await on());
    expect(await screen.findByRole("alert")).toHaveTextContent(words);
    await userEvent.click(await on());
    expect(await screen.findByText("Messages are shown on this device.")).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("subscribes anew when our key is another now", async () => {
    device.isOnAs.mockResolvedValue(true);
    device.isByKey.mockReturnValue(false);
    show([here]);
    expect(await screen.findByText("Messages are shown on this device.")).toBeVisible();
    expect(device.turnOn).toHaveBeenCalledOnce();
  });
});

describe("the list of devices", () => {
  it("takes one away, and this one with its subscription", async () => {
    device.isOnAs.mockResolvedValue(true);
    show([here, phone]);
    await screen.findByText("Messages are shown on this device.");
    await userEvent.click(screen.getByRole("button", { name: "Remove Safari on iPhone" }));
    await waitFor(() => expect(screen.queryByText("Safari on iPhone")).toBeNull());
    expect([forgetDevice.mock.calls, device.letGo.mock.calls.length]).toEqual([[[{ id: "d2" }]], 0]);
    expect(screen.getByRole("heading", { name: "Devices that show your messages" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Remove Chrome on Linux" }));
    await on();
    expect(device.letGo).toHaveBeenCalledOnce();
  });
});
