// No time suits: asking to be told, the letter when one opens, and the time that nobody else sees until it is booked.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { agree, expectStep, mailTo, mainAction, pressBook, someGuest } from "./journey";
import { book, call, signIn } from "./team";

const HOUR = 3_600_000;

/** "7 January": how the calendar and the lists name the day of an instant. */
function dayOf(at: string): string {
  const style = { day: "numeric", month: "long", timeZone: "Europe/London" } as const;
  return new Intl.DateTimeFormat("en-GB", style).format(new Date(at));
}

function timeOf(at: string): string {
  const style = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" } as const;
  return new Intl.DateTimeFormat("en-GB", style).format(new Date(at));
}

async function expectFits(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
}

/** An administrator in a browser of their own. The list offers at any hour, whenever this test runs. */
async function administrator(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "admin");
  await call(page, "PUT", "/api/businesses/valclean/settings/waiting", {
    values: { offers_from_hour: 0, offers_until_hour: 0 },
  });
  return page;
}

/** A visit that is all its cleaner has time for on its day. */
async function fullDay(browser: Browser, admin: Page, days: [number, number]) {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/booking/");
  const visit = await book(page, { service: "regular-clean", staff: "maria", days });
  const start = Date.parse(visit.startsAt);
  for (const [from, until] of [
    [start - 14 * HOUR, start],
    [start + 3 * HOUR, start + 14 * HOUR],
  ] as const)
    await call(admin, "POST", "/api/busy-blocks", {
      staff_member_id: visit.staffId,
      starts_at: new Date(from).toISOString(),
      ends_at: new Date(until).toISOString(),
    });
  return { page, ...visit };
}

/** A clean in the basket, and the page where its time is chosen, with Maria. */
async function toTimes(page: Page): Promise<string> {
  await page.goto("/booking/");
  await call(page, "PUT", "/api/basket/place", { business: "valclean", postcode: "SW11 1AA" });
  const services = await call<{ id: string; slug: string }[]>(page, "GET", "/api/services?business=valclean");
  const service_id = services.find(({ slug }) => slug === "regular-clean")?.id;
  const basket = await call<{ lines: { id: string }[] }>(page, "POST", "/api/basket/lines", { service_id });
  const line = basket.lines.at(-1)?.id ?? "";
  await page.goto(`/booking/?business=valclean&step=time&line=${line}&staff=maria`);
  await expectStep(page, "Time");
  return line;
}

async function startsOn(page: Page, line: string, at: string, staffId: string): Promise<string[]> {
  const on = at.slice(0, 10);
  const found = await call<{ days: { slots: { starts_at: string }[] }[] }>(
    page,
    "GET",
    `/api/slots?line=${line}&first_on=${on}&last_on=${on}&staff=${staffId}`,
  );
  return found.days.flatMap(({ slots }) => slots.map(({ starts_at }) => starts_at));
}

test("a guest waits, a visit is cancelled, the time is theirs alone until they book it", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await administrator(browser);
  const visit = await fullDay(browser, admin, [33, 41]);
  const guest = someGuest("Wilma Waits");

  await page.setViewportSize({ width: 360, height: 740 });
  await toTimes(page);
  const day = page.getByRole("grid").getByRole("button", {
    name: new RegExp(` ${dayOf(visit.startsAt)}, nothing free, see why$`),
  });
  const grid = page.getByRole("grid");
  for (let month = 0; month < 3 && !(await day.isVisible()); month++) {
    await page.getByRole("button", { name: "Next month" }).click();
    await expect(grid).not.toHaveAttribute("aria-busy");
  }
  await day.click();
  await page.getByRole("button", { name: "Tell me when a time opens" }).click();
  await expect(page.getByRole("heading", { name: "Tell me when a time opens" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "From", exact: true })).toHaveValue(
    visit.startsAt.slice(0, 10),
  );
  await expect(page.getByLabel("With whom?")).toHaveValue(visit.staffId);
  await mainAction(page, "Put me on the list").click();
  await expect(page.getByRole("link", { name: "Please tell us your name." })).toBeVisible();
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "Your e-mail" }).fill(guest.email);
  await expectFits(page);
  await expectAccessible(page);
  await mainAction(page, "Put me on the list").click();
  await expect(page.getByRole("heading", { level: 1, name: "You are on the list" })).toBeVisible();
  await expectAccessible(page);
  await mailTo(page, guest.email, /^You are on the waiting list: Regular clean/);

  await admin.goto("/ad/waiting/");
  const row = admin.getByRole("row").filter({ hasText: guest.name });
  await expect(row).toContainText("Waiting");
  await expectFits(admin);
  await expectAccessible(admin);

  const there = `/api/appointments/${await appointmentOf(visit)}`;
  const headers = { "X-Order-Token": visit.token, Referer: visit.page.url() };
  const shown = await visit.page.request.get(`${there}/cancellation`, { headers });
  const cancelled = await visit.page.request.post(`${there}/cancel`, {
    data: { reason: "", token: ((await shown.json()) as { token: string }).token },
    headers,
  });
  expect(cancelled.status(), await cancelled.text()).toBe(204);
  const { subject, text } = await mailTo(page, guest.email, /^A time is free for you: Regular clean/);
  expect(subject).toContain(`${dayOf(visit.startsAt)}, ${timeOf(visit.startsAt)}`);
  const link = /https?:\S+\/wait\/#\S+/.exec(text)?.[0] ?? "";

  const stranger = await (await browser.newContext()).newPage();
  const theirs = await toTimes(stranger);
  expect(await startsOn(stranger, theirs, visit.startsAt, visit.staffId)).toEqual([]);

  await page.goto(link);
  await expect(page.getByRole("status").filter({ hasText: "A time is free for you" })).toBeVisible();
  await expect(page.getByRole("region", { name: "The time we keep for you" })).toContainText(
    timeOf(visit.startsAt),
  );
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take this time" }).click();
  await expectStep(page, "Your details");
  await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue(guest.name);
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(guest.email);
  await page.getByRole("textbox", { name: "Phone" }).fill(guest.phone);
  await page.getByLabel("House number and street").fill(guest.street);
  await mainAction(page, "Continue").click();
  await agree(page);
  await pressBook(page);
  await expect(async () => {
    await page.goto("/");
    await page.goto(link);
    await expect(page.getByRole("status").filter({ hasText: "You booked it" })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 30_000 });
});

async function appointmentOf(visit: { page: Page; token: string }): Promise<string> {
  const answer = await visit.page.request.get("/api/linked-order", {
    headers: { "X-Order-Token": visit.token },
  });
  return (await answer.json()).lines[0].appointment_id;
}

test("a customer waits in their account, lets an offer by hand go, and leaves", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const admin = await administrator(browser);
  await signIn(page, "tom");
  const line = await toTimes(page);
  const first = new Date(Date.now() + 45 * 24 * HOUR).toISOString().slice(0, 10);
  const services = await call<{ slug: string; staff: { staff_id: string; staff_slug: string }[] }[]>(
    page,
    "GET",
    "/api/services?business=valclean",
  );
  const maria = services
    .find(({ slug }) => slug === "regular-clean")
    ?.staff.find(({ staff_slug }) => staff_slug === "maria")?.staff_id;
  await call(admin, "POST", "/api/busy-blocks", {
    staff_member_id: maria,
    starts_at: `${first}T00:00:00Z`,
    ends_at: `${first}T23:59:00Z`,
  });
  await call(page, "POST", "/api/waiting-list", {
    line_id: line,
    first_on: first,
    last_on: first,
    staff_ids: [maria],
  });
  await page.goto("/cus/waiting/");
  const card = page.getByRole("article", { name: "Regular clean" }).first();
  await expect(card).toContainText("You are on the list");
  await expectAccessible(page);

  await admin.goto("/ad/waiting/?state=waiting&sort=-joined");
  await admin.getByRole("row").filter({ hasText: "Tom" }).first().getByRole("link").click();
  await admin.waitForLoadState("networkidle");
  await admin.getByRole("button", { name: "Offer a time" }).click();
  const slots = admin.getByRole("group", { name: /^Times on / }).getByRole("radio");
  await slots.first().check();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: /^Offer .*\d/ }).click();
  await expect(admin.getByText(/^Offered: /)).toBeVisible();

  await page.reload();
  await page.waitForLoadState("networkidle");
  await expect(card).toContainText("A time is free for you");
  await card.getByRole("button", { name: "Let it go" }).click();
  await expect(card).toContainText("You keep your place.");
  await card.getByRole("button", { name: "Leave the list" }).click();
  await card.getByRole("group").getByRole("button", { name: "Leave the list" }).click();
  await expect(page.getByText("You left the list")).toBeVisible();
});
