// The service worker of every page: the network answers, and where there is none, a page that says so; and it shows the
// messages that are pushed to this browser. It keeps nothing: the pages for that are in its own text, so no answer of the API
// and no signed-in page ever stands in a cache, and a new deploy needs no cleaning up. It is sent as the text of this one
// function, so the function uses nothing from outside itself.
//
// A browser that gives up a subscription tells the worker (`pushsubscriptionchange`), which knows neither whose it was nor our
// key, and does not listen: the next page of an area subscribes again (features/notifications/device.ts).

export type OfflinePages = {
  /** The whole page by language; the first is the one whose addresses have no prefix. */
  pages: Record<string, string>;
  headers: Record<string, string>;
  /** What is shown by language for a message that cannot be read. */
  neutral: Record<string, { title: string; body: string }>;
  icon: string;
};

type Work = { waitUntil(work: Promise<unknown>): void };
type Asked = {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
};
type Pushed = Work & { data: { json(): unknown } | null };
type Clicked = Work & { notification: { data: unknown; close(): void } };
type Page = { url: string; focus(): Promise<unknown> };
type Shown = { body: string; tag: string; icon: string; data: { link: string } };
/** What TypeScript knows of a worker's surroundings only without those of a page. */
type Scope = {
  navigator: { languages: readonly string[] };
  location: { origin: string };
  cookieStore?: { get(name: string): Promise<{ value: string } | null> };
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
  registration: {
    navigationPreload?: { enable(): Promise<void> };
    showNotification(title: string, options: Shown): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listen: (event: Work) => void): void;
  addEventListener(name: "fetch", listen: (event: Asked) => void): void;
  addEventListener(name: "push", listen: (event: Pushed) => void): void;
  addEventListener(name: "notificationclick", listen: (event: Clicked) => void): void;
};

export function worker({ pages, headers, neutral, icon }: OfflinePages): void {
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

  /** As it was chosen before, else as the browser prefers. */
  const usualLanguage = async (): Promise<string> => {
    const preferred = scope.navigator.languages.map((each) => each.slice(0, 2).toLowerCase());
    const known = Object.keys(pages);
    return (
      [await cookie("language"), ...preferred].find((each) => each && known.includes(each)) ?? known[0] ?? ""
    );
  };

  /** As the site chooses it: by the address, else as usual. */
  const languageOf = async (address: string): Promise<string> => {
    const prefix = new URL(address).pathname.split("/")[1] ?? "";
    return Object.keys(pages).slice(1).includes(prefix) ? prefix : usualLanguage();
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

  /** The address of a page of ours; the first page in place of whatever else is named. */
  const ours = (link: unknown): string => {
    const { origin } = scope.location;
    try {
      const url = new URL(String(link), origin);
      return url.origin === origin ? url.href : `${origin}/`;
    } catch {
      return `${origin}/`;
    }
  };

  const read = (data: Pushed["data"]): Record<string, unknown> => {
    try {
      return Object(data?.json()) as Record<string, unknown>;
    } catch {
      return {};
    }
  };

  /** Browsers want something to be seen for each push: for one that cannot be read, that there is a message. */
  const show = async ({ data }: Pushed): Promise<void> => {
    const told = read(data);
    const text = (name: string) => (typeof told[name] === "string" ? told[name] : "");
    const plain = neutral[await usualLanguage()] ?? { title: "", body: "" };
    const { title, body } = text("title") ? { title: text("title"), body: text("body") } : plain;
    const shown = { body, tag: text("tag"), icon, data: { link: ours(text("link")) } };
    await scope.registration.showNotification(title, shown);
  };

  /** A page that stands there already comes to the front; nothing typed on another one is lost. */
  const lead = async (link: string): Promise<void> => {
    const open = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
    const there = open.find(({ url }) => url === link);
    await (there ? there.focus() : scope.clients.openWindow(link));
  };

  scope.addEventListener("push", (event) => event.waitUntil(show(event)));
  scope.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const { link } = Object(event.notification.data) as { link?: unknown };
    event.waitUntil(lead(ours(link ?? "")));
  });
}
