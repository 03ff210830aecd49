// A session for several: the seats left are told on the profile and beside each time; guests book the same start until
// it is full, and whoever looks then is shown other times.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { agree, chooseTime, expectStep, findTime, mainAction, someGuest } from "./journey";
import { call } from "./team";

const slug = "raise-roundtable";
const SEATS = 6;

type Basket = { lines: { id: string }[]; total_amount: number };

/** Another guest, in a browser of their own, books one seat at this start. Answers whether there was one. */
async function sit(page: Page, startsAt: string): Promise<boolean> {
  await page.context().clearCookies();
  const guest = someGuest("Guest");
  const service = await call<{ id: string }>(page, "GET", `/api/services/mentors/${slug}`);
  const basket = await call<Basket>(page, "POST", "/api/basket/lines", { service_id: service.id });
  const hold = { line_id: basket.lines[0]?.id, starts_at: startsAt };
  const held = await page.request.post("/api/holds", { data: hold });
  if (!held.ok()) {
    expect((await held.json()).code).toBe("slot_taken");
    return false;
  }
  const ready = await call<Basket>(page, "PATCH", "/api/basket/details", {
    name: guest.name,
    email: guest.email,
    phone: "+442079460201",
  });
  await call(page, "POST", "/api/bookings", {
    shown_total_amount: ready.total_amount,
    payment_method: "pay_on_site",
    terms_accepted: true,
    early_start_consent: true,
  });
  return true;
}

/** To the step with the times, from the mentor's page. */
async function toTimes(page: Page): Promise<void> {
  await page.goto("/mentors/david/");
  await page
    .getByRole("link", { name: /^Book .* with David Brooks$/ })
    .last()
    .click();
  await expectStep(page, "Service");
  await mainAction(page, "Continue").click();
  await expectStep(page, "Time");
}

/** To the day of this start, on the visitor's clock: which number it is among the free days changes with the hour. */
async function toDay(page: Page, startsAt: string): Promise<void> {
  const words = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "Europe/London",
  });
  const day = page
    .getByRole("grid")
    .getByRole("button", { name: new RegExp(`\\b${words.format(new Date(startsAt))}\\b`) });
  await expect(page.getByRole("grid").getByRole("button").first()).toBeVisible();
  if ((await day.count()) === 0) await page.getByRole("button", { name: "Next month" }).click();
  await day.click();
  await expect(page.getByRole("group", { name: /^Times on / })).toBeVisible();
}

test("seats go one by one until the session is full", async ({ page, browser, baseURL }) => {
  test.slow();
  const others = await browser.newPage(baseURL ? { baseURL } : {});
  await page.goto("/mentors/david/");
  const session = page.getByRole("main").getByRole("listitem").filter({ hasText: "Group of up to 6" });
  await expect(session.getByText(`${SEATS} seats left`).first()).toBeVisible();
  await toTimes(page);
  // A day on which no other test books.
  const radio = await findTime(page, { day: 6 });
  const startsAt = (await radio.getAttribute("value")) ?? "";
  const label = page.locator("label").filter({ has: page.locator(`input[value="${startsAt}"]`) });
  await expect(label).toContainText(`${SEATS} seats left`);
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);

  // The first of them in the browser, the rest by the same doors.
  await chooseTime(page, { day: 6 });
  await mainAction(page, "Continue to your details").click();
  const guest = someGuest();
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await page.getByRole("textbox", { name: "Phone" }).fill("+1 212 555 0123");
  await mainAction(page, "Continue").click();
  await agree(page);
  await mainAction(page, /^Book for US\$40/).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Booked/ })).toBeVisible();
  for (let taken = 1; taken < SEATS - 1; taken += 1) expect(await sit(others, startsAt)).toBe(true);

  await page.context().clearCookies();
  await toTimes(page);
  await toDay(page, startsAt);
  await expect(label).toContainText("1 seat left");
  expect(await sit(others, startsAt)).toBe(true);
  expect(await sit(others, startsAt)).toBe(false);
  await page
    .getByRole("radio", { checked: false })
    .and(page.locator(`input[value="${startsAt}"]`))
    .check();
  await mainAction(page, /^Keep /).click();
  await expect(page.getByRole("alert").filter({ hasText: "That time has just gone" })).toBeVisible();
  await page.reload();
  await toDay(page, startsAt);
  await expect(page.locator(`input[value="${startsAt}"]`)).toHaveCount(0);
  await others.close();
});
