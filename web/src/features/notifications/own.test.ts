import { describe, expect, it } from "vitest";
import {
  byDay,
  choose,
  inFigures,
  isMuted,
  type Muted,
  type OwnMessage,
  ownUrl,
  pageIn,
  withRead,
  wordOf,
} from "./own";

const site = "https://book.example.com";
const message = (id: string, created_at: string, read_at: string | null = null): OwnMessage => ({
  id,
  kind: "bookings",
  title: "Booked",
  text: "",
  link: "",
  created_at,
  read_at,
});

describe("where a message leads", () => {
  it("is a page of ours, in whatever language it was written", () => {
    expect(pageIn(`${site}/cus/orders/VC-1/?a=b#c`, site)).toBe("/cus/orders/VC-1/?a=b#c");
    expect(pageIn(`${site}/uk/track/#secret`, site)).toBe("/track/#secret");
    expect(pageIn(`${site}/uk`, site)).toBe("/");
    expect(pageIn(`${site}/ukraine/`, site)).toBe("/ukraine/");
  });

  it.each([
    "",
    "/cus/",
    "no address",
    "https://elsewhere.example/",
    "http://book.example.com/",
    "https://book.example.com.elsewhere.example/",
    "https://book.example.com@elsewhere.example/",
    "https://somebody:secret@book.example.com/",
    "https://book.example.com//elsewhere.example/",
    "https://book.example.com/uk//elsewhere.example/",
    "javascript:alert(1)",
    "data:text/html,x",
  ])("or nowhere: %s", (link) => expect(pageIn(link, site)).toBeNull());

  it("keeps its language where it is opened as a whole", () => {
    expect(ownUrl(`${site}/uk/track/#s`, site)?.href).toBe(`${site}/uk/track/#s`);
    expect(ownUrl("https://elsewhere.example/", site)).toBeNull();
  });
});

describe("the list", () => {
  const late = message("a", "2026-06-09T23:30:00Z");
  const early = message("b", "2026-06-09T09:00:00Z");

  it("tells days apart as the reader's calendar does", () => {
    expect(byDay([late, early], "UTC").map(({ date }) => date)).toEqual(["2026-06-09"]);
    const inLondon = byDay([late, early], "Europe/London");
    expect(inLondon.map(({ date, messages }) => [date, messages.length])).toEqual([
      ["2026-06-10", 1],
      ["2026-06-09", 1],
    ]);
  });

  it("marks some as read or all, and those that were keep when", () => {
    const page = { messages: [late, early, message("c", "2026-06-01T09:00:00Z", "then")], next: null };
    expect(withRead(page, ["b"], "now").messages.map(({ read_at }) => read_at)).toEqual([
      null,
      "now",
      "then",
    ]);
    expect(withRead(page, null, "now").messages.map(({ read_at }) => read_at)).toEqual([
      "now",
      "now",
      "then",
    ]);
  });

  it("is counted in two figures at most", () => {
    expect([-1, 0, 1, 99, 100, 5000].map(inFigures)).toEqual(["", "", "1", "99", "99+", "99+"]);
  });
});

describe("what is wanted", () => {
  const text: Muted = { kind: "reminders", channel: "sms" };
  const push: Muted = { kind: "reminders", channel: "push" };

  it("is one kind over one channel, and leaves the others", () => {
    const muted = choose([text], push, false);
    expect(isMuted(muted, text) && isMuted(muted, push)).toBe(true);
    expect(choose(muted, text, true)).toEqual([push]);
    expect(choose(choose(muted, push, false), push, false)).toHaveLength(2);
  });
});

describe("the word of a short link", () => {
  it("has twelve letters and figures, large or small", () => {
    expect(wordOf("#ABCDEFGHJKMN")).toBe("ABCDEFGHJKMN");
    expect(wordOf("#abcd0123jkmn ")).toBe("abcd0123jkmn");
  });

  it.each(["", "#", "#ABC", "#ABCDEFGHJKMNX", "#ABCDEF/HJKMN", "#%20BCDEFGHJKM"])("and not %s", (hash) =>
    expect(wordOf(hash)).toBeNull(),
  );
});
