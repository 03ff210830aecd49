// Notifications on a device: turned on by a press, pushed encrypted, shown by the worker, and gone once somebody signs out.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { signInAs, signUpAs, somebody } from "./inbox";
import { atAnyHour, pushedTo, withPushService } from "./messages";
import { book, call, open, ready } from "./team";

test.use({ serviceWorkers: "allow" });
test.beforeAll(({ browser }) => atAnyHour(browser));

const CHOICES = "/cus/messages/choices/";
type Choices = { devices: { id: string; name: string }[]; push_key: string };

const choices = (page: Page) => call<Choices>(page, "GET", "/api/me/message-choices");
const on = (page: Page) => page.getByRole("button", { name: "Show messages on this device" });
const isOn = (page: Page) => page.getByText("Messages are shown on this device.");

/** Signs up in a browser that has a push service, and turns notifications on. */
async function turnedOn(page: Page) {
  const person = somebody();
  await signUpAs(page, person);
  const endpoint = await withPushService(page, (await choices(page)).push_key);
  await open(page, CHOICES);
  await on(page).click();
  await expect(isOn(page)).toBeVisible();
  return { person, endpoint };
}

test("a booking pops up on the device, where the person wants that kind", async ({ page }) => {
  const { endpoint } = await turnedOn(page);
  const { devices } = await choices(page);
  expect(devices.map(({ name }) => name)).toEqual(["Chrome on Linux"]);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.reload();
  await ready(page);
  await expect(isOn(page)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Chrome on Linux" })).toContainText(
    "This device.",
  );

  const { number } = await book(page, { service: "window-clean", staff: "james", days: [20, 40] });
  await expect.poll(() => pushedTo(page, endpoint), { timeout: 60_000 }).toHaveLength(1);
  const [pushed] = await pushedTo(page, endpoint);
  const told = JSON.parse(pushed?.text ?? "{}");
  expect(told.title).toMatch(/^You're booked: Window clean/);
  expect(new URL(told.link).origin).toBe(new URL(page.url()).origin);
  expect(number).not.toBe("");

  // What it does not want any more does not come: only the letter does.
  await page.getByRole("checkbox", { name: "Bookings: Devices" }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await book(page, { service: "window-clean", staff: "james", days: [20, 40] });
  const count = async () => (await call<{ count: number }>(page, "GET", "/api/me/messages/unread")).count;
  await expect.poll(count, { timeout: 60_000 }).toBe(2);
  expect(await pushedTo(page, endpoint)).toHaveLength(1);
});

test("the worker shows what is pushed, and what it cannot read too", async ({ browser, baseURL }) => {
  // A context of its own: one that is used again still knows the workers of the tests before.
  const context = await browser.newContext({ serviceWorkers: "allow" });
  const page = await context.newPage();
  await page.goto("/services/");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
  // This browser has nothing to show notifications on: what it is told to show is written down in its place.
  await worker.evaluate(() => {
    const scope = self as unknown as { shown: unknown[]; ServiceWorkerRegistration: { prototype: object } };
    scope.shown = [];
    Object.assign(scope.ServiceWorkerRegistration.prototype, {
      showNotification: async (...told: unknown[]) => scope.shown.push(told),
    });
  });
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((done) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const mine = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${baseURL}/` && !isDeleted);
      if (mine) done(mine.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  const origin = new URL(page.url()).origin;
  const push = (data: string) =>
    devtools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  const shown = () => worker.evaluate(() => (self as unknown as { shown: unknown[] }).shown);
  await push(JSON.stringify({ title: "Reminder", body: "Tomorrow", tag: "a", link: `${origin}/track/#b` }));
  const icon = "/icons/192.png";
  const first = ["Reminder", { body: "Tomorrow", tag: "a", icon, data: { link: `${origin}/track/#b` } }];
  await expect.poll(shown).toEqual([first]);
  await push("no JSON");
  const neutral = { body: "You have a new message.", tag: "", icon, data: { link: `${origin}/` } };
  await expect.poll(shown).toEqual([first, ["Almanac", neutral]]);
  expect((await page.request.get(icon)).ok()).toBe(true);
  await context.close();
});

test("signing out forgets the device, and never waits for it", async ({ page }) => {
  const { person, endpoint } = await turnedOn(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/");
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("almanac"))),
  ).toEqual([]);
  await signInAs(page, person);
  await page.waitForURL(/\/cus\/dashboard\/$/);
  expect((await choices(page)).devices).toEqual([]);
  await open(page, CHOICES);
  await on(page).click();
  await expect(isOn(page)).toBeVisible();
  await page.route("**/api/me/devices/forget", () => undefined); // no answer, ever
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/");
  expect(await pushedTo(page, endpoint)).toEqual([]);
});

test("the next account on this browser is shown nothing of the one before, and may turn it on", async ({
  page,
}) => {
  const { person } = await turnedOn(page);
  // The session ended by itself: nobody pressed "Sign out".
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signUpAs(page, somebody("Otto Other"));
  await expect.poll(() => page.evaluate(() => localStorage.getItem("test.subscribed"))).toBeNull();
  await open(page, CHOICES);
  await expect(on(page)).toBeVisible();
  await on(page).click();
  await expect(isOn(page)).toBeVisible();
  expect((await choices(page)).devices).toHaveLength(1);
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signInAs(page, person);
  await page.waitForURL(/\/cus\/dashboard\/$/);
  expect((await choices(page)).devices).toEqual([]);
});

test("a device is removed from the list, here and from elsewhere", async ({ page }) => {
  await turnedOn(page);
  await page.getByRole("button", { name: "Turn off here" }).click();
  await expect(on(page)).toBeVisible();
  await expect(on(page)).toBeFocused();
  expect((await choices(page)).devices).toEqual([]);
  await on(page).click();
  await expect(isOn(page)).toBeVisible();
  await page.getByRole("button", { name: "Remove Chrome on Linux" }).click();
  await expect(on(page)).toBeVisible();
  await on(page).click();
  await expect(isOn(page)).toBeVisible();
  const [device] = (await choices(page)).devices;
  await call(page, "POST", "/api/me/devices/forget", { id: device?.id, endpoint: "" });
  await open(page, CHOICES);
  await expect(on(page)).toBeVisible();
});

test("a browser that was told no says how to allow it again", async ({ page }) => {
  await signUpAs(page, somebody());
  await open(page, CHOICES); // this browser gives no leave
  await expect(page.getByText(/press the sign to the left of the address/)).toBeVisible();
  await expect(on(page)).toHaveCount(0);
  await expectAccessibleInBoth(page);
});
