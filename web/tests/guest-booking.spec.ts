// A stranger on a small phone books a cleaning: from the first page to the message in their inbox; and what goes wrong
// on the way loses nothing.
import { expect, test } from "@playwright/test";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  giveDetails,
  givePostcode,
  mailsTo,
  mailTo,
  mainAction,
  pressBook,
  pressTwice,
  skipExtras,
  someGuest,
  toLastStep,
} from "./journey";
import { open } from "./team";

test("a guest books at 360 px, and the message arrives", async ({ page }) => {
  const guest = someGuest();
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Book help at home" }).click();
  await expectStep(page, "Where");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await expectStep(page, "Extras");
  await page.getByRole("button", { name: "One more: Inside the oven" }).click();
  // The price follows at once, before going on.
  await expect(page.getByRole("complementary", { name: "Your booking" })).toContainText("£66");
  await mainAction(page, "Continue").click();
  await chooseTime(page, { day: 3, nth: 1 });
  await expectStep(page, "Basket");
  await expect(page.getByText(/We keep this time for you/)).toBeVisible();
  await expect(page.getByRole("table", { name: "How the price is made" })).toBeVisible();
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  const number = await pressBook(page);
  await expect(page.getByText(guest.email)).toBeVisible();
  await expect(page).toHaveURL(/\/booking\/done\/#./);
  const mail = await mailTo(page, guest.email, /./);
  expect(mail.text).toContain(number);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Calendar file" }).click();
  expect((await download).suggestedFilename()).toBe(`${number}.ics`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test("a postcode that is wrong says how, and nothing typed is lost", async ({ page }) => {
  await open(page, "/booking/");
  const field = page.getByRole("textbox", { name: "Postcode" });
  await mainAction(page, "Continue").click();
  await expect(field).toHaveAccessibleDescription(/Write your postcode/);
  await givePostcode(page, "hello there");
  await expect(field).toHaveAccessibleDescription(/does not look like a UK postcode/);
  await expect(field).toHaveValue("hello there");
  await givePostcode(page, "SW99 9ZZ");
  await expect(field).toHaveAccessibleDescription(/We do not know that postcode/);
  await givePostcode(page, "M1 1AE");
  const refusal = page.getByRole("alert").filter({ hasText: "We do not come to M1 1AE yet" });
  await expect(refusal).toBeFocused();
  await expect(refusal.getByRole("link", { name: /^Call / })).toBeVisible();
  await givePostcode(page, "x".repeat(10_000));
  await expect(field).toHaveAccessibleDescription(/does not look like a UK postcode/);
  await givePostcode(page, "SW11 IAA");
  await page.getByRole("button", { name: "Did you mean SW11 1AA?" }).click();
  await expectStep(page, "Service");
});

test("a closed browser goes on where it was, with everything typed", async ({ page, browser }) => {
  const guest = someGuest("Оксана Коваль 🧹");
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Window clean/);
  await chooseTime(page, { day: 4 });
  await expectStep(page, "Basket");
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/api/basket/details") && answer.ok());
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await saved;
  await expect(async () => {
    const basket = await (await page.request.get("/api/basket")).json();
    expect(basket.details).toMatchObject({ name: guest.name, email: guest.email, town: "London" });
  }).toPass();

  const kept = await page.context().storageState();
  await page.context().close();
  const again = await browser.newContext({ storageState: kept, viewport: { width: 360, height: 740 } });
  const reopened = await again.newPage();
  await open(reopened, "/booking/");
  await expectStep(reopened, "Your details");
  await expect(reopened.getByText("Welcome back. Everything you entered is still here.")).toBeVisible();
  await expect(reopened.getByRole("textbox", { name: "Your name" })).toHaveValue(guest.name);
  await expect(reopened.getByRole("textbox", { name: "E-mail" })).toHaveValue(guest.email);
  await expect(reopened.getByText(/We keep this time for you/)).toBeVisible();
  await again.close();
});

test("a double click on Book makes one order", async ({ page }) => {
  const guest = someGuest();
  await toLastStep(page, guest, { day: 1, nth: 3 });
  const numbers = new Set<string>();
  page.on("response", async (answer) => {
    if (answer.url().endsWith("/api/bookings") && answer.ok()) numbers.add((await answer.json()).number);
  });
  await pressTwice(mainAction(page, /^Book for £/));
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  expect(numbers.size).toBe(1);
  await mailTo(page, guest.email, /./);
  expect(await mailsTo(page, guest.email)).toHaveLength(1);
});

test("a lost answer is asked for again with the same key, and books once", async ({ page }) => {
  const guest = someGuest();
  await toLastStep(page, guest, { day: 2, nth: 4 });
  const keys: (string | undefined)[] = [];
  await page.route("**/api/bookings", async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.continue();
    await route.fetch(); // The server has booked; its answer never arrives.
    await route.abort("connectionreset");
  });
  const number = await pressBook(page);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect((await mailTo(page, guest.email, /./)).text).toContain(number);
  expect(await mailsTo(page, guest.email)).toHaveLength(1);
});

test("a reload while the answer is on its way still leads to the booking", async ({ page }) => {
  const guest = someGuest();
  await toLastStep(page, guest, { day: 5, nth: 2 });
  await page.route(
    "**/api/bookings",
    async (route) => {
      await route.fetch(); // Booked, but the page is gone before it is told.
      void page.reload();
    },
    { times: 1 },
  );
  await mainAction(page, /^Book for £/).click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await mailTo(page, guest.email, /./);
  expect(await mailsTo(page, guest.email)).toHaveLength(1);
});

test("any script, any sign and any length can be typed; what is too long says so and stays", async ({
  page,
}) => {
  const guest = someGuest("مريم 👩‍🔧 O'Neill");
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Window clean/);
  await chooseTime(page, { day: 6 });
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  const name = page.getByRole("textbox", { name: "Your name" });
  const long = "x".repeat(10_000);
  await name.fill(long);
  await mainAction(page, "Continue").click();
  const summary = page.getByRole("group", { name: /things to put right/ });
  await expect(summary).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/shorten this to 200 letters/);
  await expect(name).toHaveValue(long);
  await giveDetails(page, guest);
  await agree(page);
  await expect(page.getByText(guest.name)).toBeVisible();
  await pressBook(page);
  expect((await mailTo(page, guest.email, /./)).text).toContain("O'Neill");
});

test("what the server cannot use comes back to its field", async ({ page }) => {
  const guest = { ...someGuest(), email: "ada@home_of_ada.org" };
  await toLastStep(page, guest, { day: 4, nth: 5 });
  await mainAction(page, /^Book for £/).click();
  await expectStep(page, "Your details");
  const email = page.getByRole("textbox", { name: "E-mail" });
  await expect(email).toHaveAccessibleDescription(/check this e-mail address/);
  await email.fill(someGuest().email);
  await mainAction(page, "Continue").click();
  await agree(page);
  await pressBook(page);
});

test("Back goes through the steps, and nothing chosen is lost", async ({ page }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await skipExtras(page);
  await expectStep(page, "Time");
  await page.goBack();
  await expectStep(page, "Extras");
  await page.goBack();
  await expectStep(page, "Service");
  await expect(page.getByRole("radio", { name: /^Regular clean/ })).toBeChecked();
  await page.goBack();
  await expectStep(page, "Where");
  await expect(page.getByRole("textbox", { name: "Postcode" })).toHaveValue("SW11 1AA");
  await page.goForward();
  await chooseService(page, /^Deep clean/);
  await expectStep(page, "Extras");
  const basket = await (await page.request.get("/api/basket")).json();
  expect(basket.lines.map((line: { name: string }) => line.name)).toEqual(["Deep clean"]);
});

test.describe("far from the mentor's clock", () => {
  test.use({ timezoneId: "America/New_York" });
  test("a session needs no place, and shows both clocks", async ({ page }) => {
    const guest = someGuest();
    await page.goto("/mentors/");
    await page.getByRole("link", { name: "Olena Shevchenko" }).click();
    await page.getByRole("link", { name: /^Book Portfolio review with / }).click();
    await expectStep(page, "Service");
    await expect(page.getByRole("main").getByText(/^Step 1 of 5/)).toBeVisible();
    await expect(page.getByRole("radio", { name: /^Portfolio review/ })).toBeChecked();
    await mainAction(page, "Continue").click();
    await expectStep(page, "Time");
    await expect(page.getByText("Times are shown on your clock (New York).")).toBeVisible();
    await chooseTime(page, { day: 3 });
    await expectStep(page, "Basket");
    await expect(
      page
        .getByRole("main")
        .getByText(/\d\d:\d\d–\d\d:\d\d \(\d\d:\d\d in /)
        .first(),
    ).toBeVisible();
    await mainAction(page, "Continue to your details").click();
    await expectStep(page, "Your details");
    await expect(page.getByLabel("House number and street")).toHaveCount(0);
    await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
    await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
    await page.getByRole("textbox", { name: "Phone" }).fill("+1 212 555 0123");
    await mainAction(page, "Continue").click();
    await agree(page);
    await mainAction(page, /^Book for /).click();
    await expect(page.getByRole("heading", { level: 1, name: /^(Booked|Thank you)/ })).toBeVisible();
  });
});

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });
  test("prices, phone and e-mail are shown", async ({ page }) => {
    await page.goto("/booking/"); // no script will ever make this page alive
    await expect(page.getByRole("heading", { level: 1, name: "Book by phone or e-mail" })).toBeVisible();
    await expect(page.getByRole("row", { name: /Regular clean.*£48/ })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /^Call / })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /^Write to / })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Postcode" })).toBeHidden();
  });

  test("signing in and tracking say what they need, and each business has its number below", async ({
    page,
  }) => {
    for (const path of ["/login/", "/track/"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // Playwright reads no text inside a noscript element, but knows what can be seen of it.
      await expect(page.locator("noscript p").first()).toBeVisible();
      await expect(page.getByRole("textbox")).toHaveCount(0);
      const foot = page.getByRole("contentinfo");
      await expect(foot.getByText("VALClean", { exact: true })).toBeVisible();
      await expect(foot.getByText("Almanac Mentors", { exact: true })).toBeVisible();
      await expect(foot.getByRole("link", { name: /^Call / })).toHaveCount(2);
    }
  });
});
