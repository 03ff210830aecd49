// Put on the first screen of a phone: installable; without a connection a page that says so, in the reader's language; and
// nothing of anybody kept in the browser.
import { chromium, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { ready, signIn } from "./team";

test.use({ serviceWorkers: "allow" });

/** Opens a page and waits until the service worker answers for it. */
async function openServed(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (!serviceWorker.controller)
      await new Promise((done) => serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
}

/** The names of everything the page's origin keeps in caches. */
const keptIn = (page: Page) => page.evaluate(() => caches.keys());

test("a browser finds nothing that speaks against installing it", async ({ baseURL }, info) => {
  // A window of its own: in a private one, as tests have them, nothing can be installed.
  const context = await chromium.launchPersistentContext(info.outputPath("profile"), {
    ...info.project.use.launchOptions,
    ...(baseURL && { baseURL }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await openServed(page, "/");
  const browser = await context.newCDPSession(page);
  const { url, errors } = await browser.send("Page.getAppManifest");
  expect([new URL(url).pathname, errors]).toEqual(["/manifest.webmanifest", []]);
  expect((await browser.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
  await context.close();
});

const offlineInUkrainian = (page: Page) =>
  page.getByRole("heading", { level: 1, name: "Схоже, немає зв’язку" });

test("without a connection a page says so in the language of its address, until there is one", async ({
  page,
  context,
}) => {
  await openServed(page, "/uk/");
  await context.setOffline(true);
  await page.goto("/uk/mentors/");
  await expect(offlineInUkrainian(page)).toBeVisible();
  const call = page.getByRole("link", { name: "Телефон 020 7946 0123" });
  await expect(call).toHaveAttribute("href", "tel:02079460123");
  await context.setOffline(false);
  await expect(page.getByRole("main").getByRole("searchbox")).toBeVisible();
});

test("an address without a language says it in the one chosen before, and keeps what stands behind the #", async ({
  page,
  context,
}) => {
  await openServed(page, "/uk/");
  await context.setOffline(true);
  await page.goto("/track/#a-secret");
  await expect(offlineInUkrainian(page)).toBeVisible();
  const again = page.waitForEvent("load");
  await page.getByRole("button", { name: "Спробувати ще раз" }).click();
  await again;
  await expect(offlineInUkrainian(page)).toBeVisible();
  await context.setOffline(false);
  await expect(offlineInUkrainian(page)).toBeHidden();
  await expect(page).toHaveURL(/\/uk\/track\/#a-secret$/);
  await expect(page.getByRole("main")).toBeVisible();
});

test("a page left by a link finds the same words", async ({ page, context }) => {
  await openServed(page, "/");
  await context.setOffline(true);
  await page.getByRole("link", { name: "Track a booking" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "You seem to be offline" })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Track a booking" })).toBeVisible();
});

test("what is personal is kept nowhere, signed in or signed out", async ({ page, context }) => {
  await signIn(page, "margaret");
  await openServed(page, "/cus/dashboard/");
  expect(await keptIn(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto("/cus/dashboard/");
  await expect(page.getByRole("heading", { level: 1, name: "You seem to be offline" })).toBeVisible();
  expect(await page.content()).not.toContain("Margaret");
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  expect(await keptIn(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto("/cus/dashboard/");
  await expect(page.getByRole("heading", { level: 1, name: "You seem to be offline" })).toBeVisible();
});

test("the worker is asked for again, and comes again only when it is another", async ({ request }) => {
  const first = await request.get("/sw.js");
  expect(first.headers()["cache-control"]).toBe("no-cache");
  expect(first.headers()["content-security-policy"]).toBe(
    "default-src 'none'; connect-src 'self'; img-src 'self'",
  );
  const again = await request.get("/sw.js", { headers: { "If-None-Match": first.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});
