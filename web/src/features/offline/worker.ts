// The service worker of every page: the network answers, and where there is none, a page that says so. It keeps nothing:
// the pages for that are in its own text, so no answer of the API and no signed-in page ever stands in a cache, and a new
// deploy needs no cleaning up. It is sent as the text of this one function, so the function uses nothing from outside itself.

export type OfflinePages = {
  /** The whole page by language; the first is the one whose addresses have no prefix. */
  pages: Record<string, string>;
  headers: Record<string, string>;
};

type Work = { waitUntil(work: Promise<unknown>): void };
type Asked = {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
};
/** What TypeScript knows of a worker's surroundings only without those of a page. */
type Scope = {
  navigator: { languages: readonly string[] };
  cookieStore?: { get(name: string): Promise<{ value: string } | null> };
  clients: { claim(): Promise<void> };
  registration: { navigationPreload?: { enable(): Promise<void> } };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listen: (event: Work) => void): void;
  addEventListener(name: "fetch", listen: (event: Asked) => void): void;
};

export function worker({ pages, headers }: OfflinePages): void {
  const scope = self as unknown as Scope;

  // It holds nothing that an open page could miss: the newest one may take over at once.
  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) =>
    event.waitUntil(Promise.all([scope.clients.claim(), scope.registration.navigationPreload?.enable()])),
  );

  const cookie = async (name: string): Promise<string | undefined> => {
    try {
      return (await scope.cookieStore?.get(name))?.value;
    } catch {
      return undefined;
    }
  };

  /** As the site chooses it: by the address, else as it was chosen before, else as the browser prefers. */
  const languageOf = async (address: string): Promise<string> => {
    const [usual = "", ...others] = Object.keys(pages);
    const prefix = new URL(address).pathname.split("/")[1] ?? "";
    if (others.includes(prefix)) return prefix;
    const preferred = scope.navigator.languages.map((each) => each.slice(0, 2).toLowerCase());
    return [await cookie("language"), ...preferred].find((each) => each && each in pages) ?? usual;
  };

  const offline = async (address: string): Promise<Response> => {
    const page = pages[await languageOf(address)] ?? "";
    const theme = await cookie("theme");
    const chosen = theme === "light" || theme === "dark" ? `<html data-theme="${theme}"` : "<html";
    return new Response(page.replace("<html", chosen), { status: 503, headers });
  };

  const answer = async ({ request, preloadResponse }: Asked): Promise<Response> => {
    try {
      return (await preloadResponse) ?? (await fetch(request));
    } catch {
      return offline(request.url);
    }
  };

  scope.addEventListener("fetch", (event) => {
    const { mode, destination, method, url } = event.request;
    // Whole pages only: not data, not files, not frames within other sites.
    if (mode !== "navigate" || destination !== "document" || method !== "GET") return;
    if (/^\/(?:api|media|static)\//.test(new URL(url).pathname)) return;
    event.respondWith(answer(event));
  });
}
