// The calendar: dragged with a mouse, done by keyboard, refused before saving, only what one may see, and the nights on
// which the clocks change.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth } from "./axe";
import { as, book, call, open, signIn } from "./team";

test.use({ viewport: { width: 1440, height: 1000 } });

/** Days from now to the given weekday (Monday is 1), at least so many ahead: each test has a day of its own, and further
 * ahead than any other spec books, whatever the weekday is today. */
function ahead(weekday: number, least: number): number {
  const today = new Date().getUTCDay();
  return least + ((((weekday - today - least) % 7) + 7) % 7);
}

/** The day of a visit, and how far ahead it is by now: midnight may pass while a test runs. */
const dayOf = (startsAt: string) =>
  new Date(startsAt).toLocaleDateString("en-CA", { timeZone: "Europe/London" });
const until = (startsAt: string) =>
  Math.round((Date.parse(dayOf(startsAt)) - Date.parse(dateAt(0))) / 86_400_000);
const dateAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function timeOf(startsAt: string, hours = 0): string {
  return new Date(Date.parse(startsAt) + hours * 3_600_000).toLocaleTimeString("en-GB", {
    timeZone: "Europe/London",
    hour: "2-digit",
    minute: "2-digit",
  });
}

async function bookedOn(page: Page, days: number, staff = "james"): Promise<string> {
  await signIn(page, "margaret");
  const { startsAt } = await book(page, { service: "window-clean", staff, days: [days, days] });
  await page.context().clearCookies();
  return startsAt;
}

const column = (page: Page, name: RegExp): Locator =>
  page
    .locator("[data-lane]")
    .filter({ has: page.locator("button") })
    .and(page.getByRole("region", { name }));

test("an admin drags a visit to an earlier hour, sees what it means, saves it, and takes it back", async ({
  page,
}) => {
  const days = ahead(2, 77);
  const startsAt = await bookedOn(page, days);
  await signIn(page, "admin");
  await open(page, `/ad/calendar/?view=day&date=${dayOf(startsAt)}`);
  const james = column(page, /^James Okafor, /);
  const visit = james.getByRole("button", { name: new RegExp(`^${timeOf(startsAt)}.*Window clean`) });
  await visit.scrollIntoViewIfNeeded();
  const box = await visit.boundingBox();
  if (!box) throw new Error("The visit is not to be seen");
  const [x, y] = [box.x + box.width / 2, box.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 20, { steps: 4 });
  await page.mouse.move(x, y - 104, { steps: 8 });
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: /^Move Window clean/ });
  await expect(dialog).toContainText("Nothing is saved yet:");
  await expect(dialog).toContainText(`${timeOf(startsAt, -2)}–`);
  await expect(dialog).toContainText("Margaret gets a message, and so does the team: James Okafor.");
  await expect(dialog).toContainText("The price stays as it was sold.");
  await dialog.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Saved: .* with James Okafor\./ })).toBeVisible();
  await expect(james.getByRole("button", { name: new RegExp(`^${timeOf(startsAt, -2)}`) })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^It is back/ })).toBeVisible();
  await expect(visit).toBeVisible();
});

test("by keyboard alone a visit becomes longer and goes to somebody else", async ({ page }) => {
  const days = ahead(3, 77);
  const startsAt = await bookedOn(page, days);
  await signIn(page, "admin");
  await open(page, `/ad/calendar/?view=day&date=${dayOf(startsAt)}`);
  const james = column(page, /^James Okafor, /);
  await james.getByRole("button", { name: new RegExp(`^${timeOf(startsAt)}.*Window clean`) }).focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Move to…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Move Window clean/ });
  await expect(dialog).toContainText("This is how it is now.");
  await expectAccessible(page);
  await dialog.getByLabel("Who").focus();
  await dialog.getByLabel("Who").selectOption({ label: "Grace Lin" });
  await dialog.getByLabel("Start").fill("10:00");
  await dialog.getByLabel("Length").selectOption("150");
  await expect(dialog).toContainText("10:00–12:30 with Grace Lin");
  const anyway = dialog.getByLabel("I have read this. Do it anyway.");
  if (await anyway.isVisible()) await anyway.check();
  await dialog.getByRole("button", { name: "Save the change" }).focus();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: /^Saved: .*10:00–12:30 with Grace Lin/ }),
  ).toBeVisible();
  await expect(column(page, /^Grace Lin, /).getByRole("button", { name: /^10:00–12:30/ })).toBeVisible();
  await expect(james.getByRole("button", { name: /Window clean/ })).toHaveCount(0);
});

test("what somebody else has is refused before anything is saved", async ({ page }) => {
  const days = ahead(4, 77);
  const first = await bookedOn(page, days);
  const second = await bookedOn(page, until(first));
  expect(second).not.toBe(first);
  await signIn(page, "admin");
  await open(page, `/ad/calendar/?view=day&date=${dayOf(first)}`);
  const james = column(page, /^James Okafor, /);
  await james.getByRole("button", { name: new RegExp(`^${timeOf(second)}.*Window clean`) }).click();
  await page.getByRole("button", { name: "Move to…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Move Window clean/ });
  await dialog.getByLabel("Start").fill(timeOf(first));
  await expect(dialog).toContainText("Not possible:");
  await expect(dialog).toContainText("Another visit or entry:");
  const save = dialog.getByRole("button", { name: "Save the change" });
  await expect(save).toHaveAttribute("aria-disabled", "true");
  await save.click({ force: true });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(james.getByRole("button", { name: new RegExp(`^${timeOf(second)}`) })).toBeVisible();
});

test("an empty place is blocked, opened again, and says why it is not free", async ({ page }) => {
  const days = ahead(5, 77);
  await signIn(page, "james");
  await open(page, `/st/calendar/?view=day&date=${dateAt(days)}`);
  await page
    .getByRole("button", { name: /^Choose a time: / })
    .first()
    .click();
  let sheet = page.getByRole("dialog", { name: /^James Okafor, / });
  await sheet.getByLabel("From").fill("11:00");
  await sheet.getByLabel("Until").fill("12:00");
  await sheet.getByLabel(/^Note/).fill("Dentist");
  await sheet.getByRole("button", { name: "Block it" }).click();
  const blocked = page.getByRole("button", { name: /11:00–12:00 Dentist/ });
  await expect(blocked).toBeVisible();
  await page
    .getByRole("button", { name: /^Choose a time: / })
    .first()
    .click();
  sheet = page.getByRole("dialog", { name: /^James Okafor, / });
  await sheet.getByLabel("From").fill("11:30");
  await sheet.getByRole("button", { name: "Show why" }).click();
  await expect(sheet).toContainText("Another visit or entry:");
  await expect(sheet.getByRole("button", { name: "Export this case" })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Close" }).click();
  await blocked.click();
  await page.getByRole("button", { name: "Open this time again" }).click();
  await expect(blocked).toHaveCount(0);
});

test("a manager sees the people in scope and nobody else; staff see themselves", async ({ page }) => {
  type Seen = { staff: { name: string }[] };
  await signIn(page, "admin");
  const date = dateAt(ahead(1, 77));
  const path = `/api/calendar?first_on=${date}&last_on=${date}`;
  const all = (await call<Seen>(page, "GET", path)).staff.map(({ name }) => name);
  await as(page, "manager");
  const scope = (await call<Seen>(page, "GET", path)).staff.map(({ name }) => name);
  expect(scope.length).toBeLessThan(all.length);
  await open(page, `/man/calendar/?view=day&date=${date}`);
  await expect(page.locator("[data-lane]")).toHaveCount(scope.length);
  for (const name of all.filter((one) => !scope.includes(one)))
    await expect(page.getByText(name, { exact: true })).toHaveCount(0);
});

test("days have 23 and 25 hours when the clocks change", async ({ page }) => {
  await signIn(page, "admin");
  for (const [date, hours] of [
    ["2027-03-28", 23],
    ["2027-10-31", 25],
    ["2027-10-30", 24],
  ] as const) {
    await open(page, `/ad/calendar/?view=day&date=${date}`);
    const height = await page
      .locator("[data-lane]")
      .first()
      .evaluate((lane) => lane.clientHeight);
    expect(height, date).toBe(hours * 52);
  }
});

test("the views keep their state in the address, hold to axe, and fit a small phone", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/calendar/");
  await page.getByRole("button", { name: "Week", exact: true }).click();
  await expect(page).toHaveURL(/view=week/);
  for (const view of ["day", "week", "month"]) {
    await open(page, `/ad/calendar/?view=${view}`);
    await expectAccessibleInBoth(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/ad/calendar/", "/fr/ad/calendar/", "/de/ad/calendar/?view=month"]) {
    await open(page, path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  }
});
