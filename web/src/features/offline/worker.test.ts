import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { worker } from "./worker";

type Listener = (event: unknown) => void;

const pages = {
  en: '<!doctype html><html lang="en">Offline</html>',
  de: '<!doctype html><html lang="de">Ohne Netz</html>',
  uk: '<!doctype html><html lang="uk">Без мережі</html>',
};
const headers = { "Content-Type": "text/html" };
const neutral = {
  en: { title: "Almanac", body: "You have a new message." },
  de: { title: "Almanac", body: "Sie haben eine neue Nachricht." },
};
const icon = "/icons/192.png";
const origin = "https://almanac.test";
const showNotification = vi.fn<(title: string, options: object) => Promise<void>>();
const openWindow = vi.fn<(url: string) => Promise<void>>();
let windows: { url: string; focus: () => Promise<void> }[];
const network = vi.fn<(request: Request) => Promise<Response>>();
let cookies: Record<string, string>;
let languages: string[];
let listeners: Map<string, Listener>;

beforeEach(() => {
  cookies = {};
  languages = ["en-GB"];
  listeners = new Map();
  windows = [];
  network.mockReset();
  showNotification.mockReset();
  openWindow.mockReset();
  vi.stubGlobal("fetch", network);
  vi.stubGlobal("self", {
    navigator: {
      get languages() {
        return languages;
      },
    },
    location: { origin },
    registration: { showNotification },
    clients: { matchAll: async () => windows, openWindow },
    cookieStore: { get: async (name: string) => (cookies[name] ? { value: cookies[name] } : null) },
    addEventListener: (name: string, listen: Listener) => listeners.set(name, listen),
  });
  vi.stubGlobal("caches", new Proxy({}, { get: () => expect.fail("It keeps nothing") }));
  worker({ pages, headers, neutral, icon });
});
afterEach(() => vi.unstubAllGlobals());

type Asking = { path?: string; mode?: string; destination?: string; method?: string; preloaded?: Response };

/** What the worker answers; undefined where it leaves the request to the browser. */
function ask({ path = "/", preloaded, ...more }: Asking = {}): Promise<Response> | undefined {
  const page = { mode: "navigate", destination: "document", method: "GET" };
  const respondWith = vi.fn<(answer: Promise<Response>) => void>();
  listeners.get("fetch")?.({
    request: { ...page, ...more, url: `https://almanac.test${path}` },
    preloadResponse: Promise.resolve(preloaded),
    respondWith,
  });
  return respondWith.mock.calls[0]?.[0];
}

const answered = async (asking: Asking) => (await ask(asking))?.text();

describe("the service worker", () => {
  it("leaves everything but whole pages to the browser", () => {
    expect(ask({ mode: "cors", destination: "" })).toBeUndefined();
    expect(ask({ destination: "iframe" })).toBeUndefined();
    expect(ask({ method: "POST" })).toBeUndefined();
    expect(ask({ path: "/api/orders.csv" })).toBeUndefined();
    expect(ask({ path: "/media/photo.webp" })).toBeUndefined();
  });

  it("hands on what the network answers, begun early where the browser can", async () => {
    const answer = new Response("page");
    network.mockResolvedValue(answer);
    expect(await ask()).toBe(answer);
    const early = new Response("early");
    expect(await ask({ preloaded: early })).toBe(early);
    expect(network).toHaveBeenCalledTimes(1);
  });

  it("hands on an error of ours too: it has words of its own", async () => {
    network.mockResolvedValue(new Response("broken", { status: 500 }));
    expect((await ask())?.status).toBe(500);
  });

  it("says that there is no connection in the language of the address", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    cookies.language = "uk";
    const answer = await ask({ path: "/de/booking/" });
    expect(answer?.status).toBe(503);
    expect(await answer?.text()).toBe(pages.de);
  });

  it("otherwise in the one that was chosen, else as the browser prefers, else in the first", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    cookies.language = "uk";
    expect(await answered({ path: "/booking/" })).toBe(pages.uk);
    cookies.language = "";
    languages = ["pt-PT", "de-AT", "en"];
    expect(await answered({ path: "/booking/" })).toBe(pages.de);
    languages = ["pt-PT"];
    expect(await answered({ path: "/constructor/" })).toBe(pages.en);
  });

  it("keeps the colours that were chosen", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    cookies.theme = "dark";
    expect(await answered({})).toContain('<html data-theme="dark" lang="en">');
    cookies.theme = '"><script>';
    expect(await answered({})).toBe(pages.en);
  });
});

/** What is shown for a push with this text, which is no JSON where it is none. */
async function pushed(text: string | null): Promise<unknown[] | undefined> {
  const waitUntil = vi.fn<(work: Promise<void>) => void>();
  const data = text === null ? null : { json: () => JSON.parse(text) };
  listeners.get("push")?.({ data, waitUntil });
  await waitUntil.mock.calls[0]?.[0];
  return showNotification.mock.calls[0];
}

const told = {
  title: "Reminder",
  body: "Tomorrow at 10:00.",
  tag: "abc",
  link: `${origin}/cus/orders/VC-1/`,
};

describe("a message that is pushed", () => {
  it("is shown as it is, and leads where it says", async () => {
    expect(await pushed(JSON.stringify(told))).toEqual([
      "Reminder",
      { body: "Tomorrow at 10:00.", tag: "abc", icon, data: { link: told.link } },
    ]);
  });

  it("leads to our first page in place of any other site", async () => {
    for (const link of [
      "https://elsewhere.test/",
      "//elsewhere.test/",
      "javascript:alert(1)",
      "http://[",
      7,
    ]) {
      showNotification.mockReset();
      const [, options] = (await pushed(JSON.stringify({ ...told, link }))) ?? [];
      const found = (options as { data: { link: string } }).data.link;
      expect(new URL(found).origin, String(link)).toBe(origin);
    }
  });

  it.each([null, "", "no JSON", "null", "[]", '"text"', '{"title":""}', '{"title":7,"body":"x"}'])(
    "is still seen when it cannot be read: %s",
    async (text) => {
      languages = ["de-AT"];
      const [title, options] = (await pushed(text)) ?? [];
      expect([title, (options as { body: string }).body]).toEqual([
        "Almanac",
        "Sie haben eine neue Nachricht.",
      ]);
      expect(options).toMatchObject({ tag: "", data: { link: `${origin}/` } });
    },
  );
});

/** Presses a notification. */
async function press(data: unknown): Promise<() => void> {
  const waitUntil = vi.fn<(work: Promise<void>) => void>();
  const close = vi.fn();
  listeners.get("notificationclick")?.({ notification: { data, close }, waitUntil });
  await waitUntil.mock.calls[0]?.[0];
  return close;
}

describe("a notification that is pressed", () => {
  it("opens its page and goes away", async () => {
    windows = [{ url: `${origin}/cus/dashboard/`, focus: vi.fn() }];
    const close = await press({ link: told.link });
    expect(close).toHaveBeenCalledOnce();
    expect(openWindow).toHaveBeenCalledExactlyOnceWith(told.link);
    expect(windows[0]?.focus).not.toHaveBeenCalled();
  });

  it("brings the page to the front where it stands open", async () => {
    windows = [{ url: told.link, focus: vi.fn() }];
    await press({ link: told.link });
    expect(windows[0]?.focus).toHaveBeenCalledOnce();
    expect(openWindow).not.toHaveBeenCalled();
  });

  it.each([null, {}, { link: "https://elsewhere.test/" }])("opens nobody else's page: %o", async (data) => {
    await press(data);
    expect(openWindow).toHaveBeenCalledExactlyOnceWith(`${origin}/`);
  });
});
