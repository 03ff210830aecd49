import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noAnswer, ProblemError } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import { ShortLink } from "./ShortLink";

const { readShortLink } = vi.hoisted(() => ({ readShortLink: vi.fn() }));
vi.mock("../api", () => ({ readShortLink }));

const replace = vi.fn();
const origin = "https://book.example.com";

function show(hash: string) {
  vi.stubGlobal("location", { hash, origin, pathname: "/m/", href: `${origin}/m/${hash}`, replace });
  render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <ShortLink />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => vi.resetAllMocks());
afterEach(() => vi.unstubAllGlobals());

const unknown = () => screen.findByRole("heading", { name: "This link does not work any more" });

describe("the short link of a text", () => {
  it("goes on to the page it stands for", async () => {
    readShortLink.mockResolvedValue(`${origin}/uk/track/#secret`);
    show("#ABCDEFGHJKMN");
    await waitFor(() => expect(replace).toHaveBeenCalledOnce());
    expect(String(replace.mock.calls[0]?.[0])).toBe(`${origin}/uk/track/#secret`);
    expect(readShortLink.mock.calls[0]?.[0]).toBe("ABCDEFGHJKMN");
  });

  it("goes nowhere else", async () => {
    readShortLink.mockResolvedValue("https://elsewhere.example/");
    show("#ABCDEFGHJKMN");
    await unknown();
    expect(replace).not.toHaveBeenCalled();
  });

  it.each(["", "#short", "#ABCDEFGHJKM!"])("is not even asked for when it can be none: %s", async (hash) => {
    show(hash);
    await unknown();
    expect(readShortLink).not.toHaveBeenCalled();
    expect(screen.getByRole("link", { name: "Find a booking" })).toHaveAttribute("href", "/track");
  });

  it("says that it is unknown, and asks again where nobody answered", async () => {
    readShortLink
      .mockRejectedValueOnce(new ProblemError(noAnswer))
      .mockRejectedValue(new ProblemError({ ...noAnswer, code: "not_found", status: 404 }));
    show("#ABCDEFGHJKMN");
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    await unknown();
  });
});
