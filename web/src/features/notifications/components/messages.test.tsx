import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { noAnswer, ProblemError } from "@/lib/api/problem";
import messages from "../../../../messages/en.json";
import type { Choices, OwnMessage, OwnPage } from "../own";
import { Bell } from "./Bell";
import { ChoicesForm } from "./ChoicesForm";
import { MessageList } from "./MessageList";
import { OwnPhone } from "./OwnPhone";

const calls = vi.hoisted(() => ({
  fetchMessages: vi.fn(),
  fetchUnread: vi.fn(),
  markRead: vi.fn(),
  saveChoices: vi.fn(),
  savePhone: vi.fn(),
  toasted: vi.fn(),
}));
vi.mock("../api", () => calls);
vi.mock("@/components/ui/Toast", () => ({ useToast: () => calls.toasted }));
vi.mock("@/lib/i18n/navigation", () => ({ usePathname: () => "/cus/messages", Link: PlainLink }));

type Linked = Omit<ComponentProps<"a">, "href"> & {
  href: string | { pathname: string; query: Record<string, string> };
  prefetch?: boolean;
};

/** Goes nowhere. */
function PlainLink({ href, prefetch, onClick, children, ...rest }: Linked) {
  const address = typeof href === "string" ? href : `${href.pathname}?${new URLSearchParams(href.query)}`;
  return (
    <a
      {...rest}
      href={address}
      onClick={(event) => {
        event.preventDefault();
        onClick?.(event);
      }}
    >
      {children}
    </a>
  );
}

const site = "https://book.example.com";
const message = (id: string, more: Partial<OwnMessage> = {}): OwnMessage => ({
  id,
  kind: "changes",
  title: `Message ${id}`,
  text: "Your visit has another time.",
  link: `${site}/uk/cus/orders/VC-1/`,
  created_at: "2026-06-09T09:00:00Z",
  read_at: null,
  ...more,
});

function show(children: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

function list(first: OwnPage, after = "") {
  calls.fetchMessages.mockResolvedValue(first);
  return show(
    <>
      <Bell href="/cus/messages/" />
      <MessageList
        path="/cus/messages/"
        after={after}
        first={first}
        site={site}
        now="2026-06-10T12:00:00Z"
        zone="Europe/London"
        reader="customer"
      />
    </>,
  );
}

beforeEach(() => {
  vi.resetAllMocks();
  calls.fetchUnread.mockResolvedValue(2);
});

describe("the bell", () => {
  it("says how many are unread, and nothing of none or of an answer that does not come", async () => {
    show(<Bell href="/cus/messages/" />);
    expect(await screen.findByRole("link", { name: "Messages, 2 unread" })).toHaveTextContent("2");
  });

  it.each([0, new ProblemError(noAnswer)])("is just a way there otherwise", async (answer) => {
    if (answer) calls.fetchUnread.mockRejectedValue(answer);
    else calls.fetchUnread.mockResolvedValue(0);
    show(<Bell href="/cus/messages/" />);
    await waitFor(() => expect(calls.fetchUnread).toHaveBeenCalled());
    expect(screen.getByRole("link", { name: "Messages" })).toHaveTextContent("");
  });

  it("has room for two figures", async () => {
    calls.fetchUnread.mockResolvedValue(3_000);
    show(<Bell href="/cus/messages/" />);
    expect(await screen.findByRole("link", { name: "Messages, 99+ unread" })).toHaveTextContent("99+");
  });
});

describe("the list of messages", () => {
  it("stands day by day, with what is new in words and a way to each page of ours", async () => {
    list({
      messages: [
        message("a", { created_at: "2026-06-10T09:00:00Z" }),
        message("b", { read_at: "2026-06-09T10:00:00Z" }),
        message("c", { created_at: "2025-12-31T09:00:00Z", link: "https://elsewhere.example/" }),
      ],
      next: "further",
    });
    expect(screen.getAllByRole("heading", { level: 2 }).map((each) => each.textContent)).toEqual([
      "Today",
      "Yesterday",
      "Wednesday 31 December 2025",
    ]);
    expect(screen.getByRole("link", { name: "New Message a" })).toHaveAttribute("href", "/cus/orders/VC-1/");
    expect(screen.getByRole("link", { name: "Message b" })).toBeVisible();
    expect(screen.queryByRole("link", { name: /Message c/ })).toBeNull();
    expect(screen.getByRole("link", { name: "Show older" })).toHaveAttribute(
      "href",
      "/cus/messages/?after=further",
    );
    await userEvent.click(screen.getByRole("button", { name: "Mark as read: Message c" }));
    expect(calls.markRead).toHaveBeenCalledWith(["c"]);
  });

  it("marks what is opened as read, also for the bell", async () => {
    calls.markRead.mockResolvedValue(1);
    list({ messages: [message("a"), message("b")], next: null });
    await screen.findByRole("link", { name: "Messages, 2 unread" });
    await userEvent.click(screen.getByRole("link", { name: "New Message a" }));
    expect(await screen.findByRole("link", { name: "Message a" })).toBeVisible();
    expect(calls.markRead).toHaveBeenCalledExactlyOnceWith(["a"]);
    expect(await screen.findByRole("link", { name: "Messages, 1 unread" })).toBeVisible();
    await userEvent.click(screen.getByRole("link", { name: "Message a" }));
    expect(calls.markRead).toHaveBeenCalledOnce();
  });

  it("marks all as read once the server did, and says so when it did not", async () => {
    calls.markRead.mockRejectedValueOnce(new ProblemError(noAnswer)).mockResolvedValue(0);
    list({ messages: [message("a"), message("b")], next: null });
    const all = screen.getByRole("button", { name: "Mark all as read" });
    await userEvent.click(all);
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.getAllByText("New")).toHaveLength(2);
    await userEvent.click(all);
    expect(await screen.findByText("You have read everything.")).toBeVisible();
    expect(calls.markRead).toHaveBeenLastCalledWith(null);
    expect(screen.queryByText("New")).toBeNull();
  });

  it("says what comes here while there is nothing, and the way back from beyond the end", () => {
    const { unmount } = list({ messages: [], next: null });
    expect(screen.getByRole("heading", { name: "No messages yet" })).toBeVisible();
    unmount();
    list({ messages: [], next: null }, "beyond");
    expect(screen.getByRole("link", { name: "Newest messages" })).toHaveAttribute("href", "/cus/messages/");
  });
});

const choices: Choices = {
  kinds: ["bookings", "reminders"],
  muted: [
    { kind: "reminders", channel: "sms" },
    { kind: "team", channel: "push" },
  ],
  devices: [],
  texted: ["bookings", "changes", "reminders", "payments"],
  has_texts: true,
  phone: "",
  can_text: false,
  push_key: "k",
};

describe("what is wanted where", () => {
  it("is saved as a whole, and keeps what this page does not show", async () => {
    calls.saveChoices.mockImplementation(async (muted) => ({ ...choices, muted }));
    show(<ChoicesForm choices={choices} reader="customer" />);
    expect(screen.getByRole("checkbox", { name: "Reminders: Text" })).not.toBeChecked();
    await userEvent.click(screen.getByRole("checkbox", { name: "Reminders: Text" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Bookings: Devices" }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(calls.saveChoices).toHaveBeenCalledWith([
      { kind: "team", channel: "push" },
      { kind: "bookings", channel: "push" },
    ]);
    expect(calls.toasted).toHaveBeenCalledWith("Saved");
  });

  it("has no column for texts where none can go out, and keeps what was typed when nobody answers", async () => {
    calls.saveChoices.mockRejectedValue(new ProblemError(noAnswer));
    show(<ChoicesForm choices={{ ...choices, has_texts: false }} reader="staff" />);
    const table = screen.getByRole("table");
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map((each) => each.textContent),
    ).toEqual(["Message", "Devices"]);
    const box = screen.getByRole("checkbox", { name: "New bookings: Devices" });
    await userEvent.click(box);
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(box).not.toBeChecked();
  });
});

describe("what a kind is called", () => {
  it.each([
    ["customer", "Bookings"],
    ["staff", "New bookings"],
    ["manager", "Requests for a time"],
  ] as const)("is what it means to a %s", (reader, bookings) => {
    show(<ChoicesForm choices={{ ...choices, kinds: ["bookings", "team"] }} reader={reader} />);
    expect(screen.getByRole("rowheader", { name: new RegExp(`^${bookings}`) })).toBeVisible();
    expect(screen.getByRole("rowheader", { name: /^For you to see to/ })).toBeVisible();
  });
});

describe("the number that texts go to", () => {
  it("is saved as it is read, and what is wrong with it stands beside it", async () => {
    const fields = { phone: ["Please check this phone number."] };
    const wrong = new ProblemError({ ...noAnswer, code: "invalid_input", status: 422, fields });
    calls.savePhone.mockRejectedValueOnce(wrong).mockResolvedValue("+447700900123");
    show(<OwnPhone first="" />);
    const field = screen.getByLabelText(/^Your mobile number/);
    await userEvent.type(field, "12");
    await userEvent.click(screen.getByRole("button", { name: "Save the number" }));
    expect(await screen.findByText("Please check this phone number.")).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, "07700 900123");
    await userEvent.click(screen.getByRole("button", { name: "Save the number" }));
    await waitFor(() => expect(calls.toasted).toHaveBeenCalledWith("Saved"));
    expect(calls.savePhone).toHaveBeenLastCalledWith("07700 900123");
  });
});
