import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { worker } from "./worker";

type Listener = (event: unknown) => void;

const pages = {
  en: '<!doctype html><html lang="en">Offline</html>',
  de: '<!doctype html><html lang="de">Ohne Netz</html>',
  uk: '<!doctype html><html lang="uk">Без мережі</html>',
};
const headers = { "Content-Type": "text/html" };
const network = vi.fn<(request: Request) => Promise<Response>>();
let cookies: Record<string, string>;
let languages: string[];
let listeners: Map<string, Listener>;

beforeEach(() => {
  cookies = {};
  languages = ["en-GB"];
  listeners = new Map();
  network.mockReset();
  vi.stubGlobal("fetch", network);
  vi.stubGlobal("self", {
    navigator: {
      get languages() {
        return languages;
      },
    },
    cookieStore: { get: async (name: string) => (cookies[name] ? { value: cookies[name] } : null) },
    addEventListener: (name: string, listen: Listener) => listeners.set(name, listen),
  });
  vi.stubGlobal("caches", new Proxy({}, { get: () => expect.fail("It keeps nothing") }));
  worker({ pages, headers });
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

const told = async (asking: Asking) => (await ask(asking))?.text();

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
    expect(await told({ path: "/booking/" })).toBe(pages.uk);
    cookies.language = "";
    languages = ["pt-PT", "de-AT", "en"];
    expect(await told({ path: "/booking/" })).toBe(pages.de);
    languages = ["pt-PT"];
    expect(await told({ path: "/constructor/" })).toBe(pages.en);
  });

  it("keeps the colours that were chosen", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    cookies.theme = "dark";
    expect(await told({})).toContain('<html data-theme="dark" lang="en">');
    cookies.theme = '"><script>';
    expect(await told({})).toBe(pages.en);
  });
});
