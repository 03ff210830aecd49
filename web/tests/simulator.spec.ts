// Before hours, a date, time off or a holiday are saved: what would break, with a fix for each; where nothing breaks,
// nothing is asked.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, book, call, open, signIn } from "./team";

const DAY = 86_400_000;
type Week = { spans: { weekday: number }[] };
type Visits = { items: { starts_at: string; state: string; staff_member: { id: string } }[] };

/** How many days ahead the first such weekday (Sunday is 0) lies that is at least so far away. */
function daysTo(weekday: number, least: number): number {
  const from = new Date(Date.now() + least * DAY).getUTCDay();
  return least + ((weekday - from + 7) % 7);
}

const dateAt = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const clockOf = (instant: string) =>
  new Date(instant).toLocaleTimeString("en-GB", {
    timeZone: "Europe/London",
    hour: "2-digit",
    minute: "2-digit",
  });

/** Margaret books James at the last free time of that date; then the administrator is signed in. */
async function booked(page: Page, days: number): Promise<{ startsAt: string; staffId: string }> {
  await signIn(page, "margaret");
  const made = await book(page, { service: "window-clean", staff: "james", days: [days, days] });
  await as(page, "admin");
  return made;
}

/** Named with its day: another test may have a visit at the same time of another week. */
function visitAt(page: Page, startsAt: string) {
  const day = new Date(startsAt).toLocaleDateString("en-GB", {
    timeZone: "Europe/London",
    day: "numeric",
    month: "long",
  });
  const name = new RegExp(`${day}, ${clockOf(startsAt)}–.*for Margaret Ellis, with James`);
  return page.getByRole("dialog").getByRole("group", { name });
}

async function fitsThePage(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
}

test("shorter hours: the visit that breaks is shown before anything is saved, and moved by its fix", async ({
  page,
}) => {
  const { startsAt, staffId } = await booked(page, daysTo(3, 50));
  const path = `/api/staff-members/${staffId}/hours`;
  const before = await call<Week>(page, "GET", path);
  try {
    await open(page, `/ad/staff/${staffId}/hours/`);
    await page.getByLabel("Wednesday, hours until").fill(clockOf(startsAt));
    await page.getByRole("button", { name: "Save the week" }).click();
    const dialog = page.getByRole("dialog", { name: /would break$/ });
    await expect(dialog).toContainText("Nothing is saved yet.");
    await expect(visitAt(page, startsAt)).toContainText("It would lie outside the hours.");
    await expectAccessible(page);
    await fitsThePage(page);
    // Going back saves nothing and keeps what was typed.
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByLabel("Wednesday, hours until")).toHaveValue(clockOf(startsAt));
    expect(await call<Week>(page, "GET", path)).toEqual(before);

    await page.getByRole("button", { name: "Save the week" }).click();
    await visitAt(page, startsAt)
      .getByRole("radio", { name: /^Move to / })
      .check();
    await dialog.getByRole("button", { name: "Save and change 1 visit" }).click();
    const done = page.getByRole("dialog", { name: "Saved" });
    await expect(done).toContainText("Moved to ");
    await expectAccessible(page);
    await done.getByRole("button", { name: "Close", exact: true }).last().click();
    await expect(page.getByRole("status").filter({ hasText: "Your week is saved" })).toBeVisible();
    const { items } = await call<Visits>(
      page,
      "GET",
      `/api/appointments?starting_from=${encodeURIComponent(startsAt)}&limit=200`,
    );
    const stayed = items.filter(
      (each) => each.staff_member.id === staffId && Date.parse(each.starts_at) === Date.parse(startsAt),
    );
    expect(stayed).toEqual([]);
  } finally {
    await call(page, "PUT", path, { spans: before.spans });
  }
});

test("a holiday: the visit is left as it is, and whoever books meanwhile is shown before saving", async ({
  page,
  browser,
}) => {
  const days = daysTo(2, 64);
  const { startsAt } = await booked(page, days);
  await open(page, "/ad/holidays/");
  const kept = page.getByRole("region", { name: "Closed on these dates" });
  await kept.getByLabel("Date").fill(dateAt(days));
  await kept.getByLabel("What the day is called").fill("Spring outing");
  await kept.getByRole("button", { name: "Add this date" }).click();
  const dialog = page.getByRole("dialog", { name: /would break$/ });
  await expect(visitAt(page, startsAt).getByRole("radio", { name: "Leave as it is" })).toBeChecked();

  const other = await browser.newPage();
  await signIn(other, "margaret");
  const later = await book(other, { service: "window-clean", staff: "james", days: [days, days] });
  await other.close();
  await dialog.getByRole("button", { name: "Save, and leave the visits" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Meanwhile other visits would break too.");
  await expect(visitAt(page, later.startsAt)).toBeVisible();
  await dialog.getByRole("button", { name: "Save, and leave the visits" }).click();
  const row = kept.getByRole("listitem").filter({ hasText: "Spring outing" });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: /^Remove/ }).click();
  await expect(row).toBeHidden();
});

test("time off: the visit is given to somebody else at the same time", async ({ page }) => {
  const days = daysTo(4, 57);
  const { staffId } = await booked(page, days);
  await open(page, `/ad/staff/${staffId}/hours/`);
  const away = page.getByRole("region", { name: "Time off" });
  await away.getByLabel("First day").fill(dateAt(days));
  await away.getByLabel("Last day").fill(dateAt(days));
  await away.getByRole("button", { name: "Add time off" }).click();
  const dialog = page.getByRole("dialog", { name: /would break$/ });
  const visit = dialog.getByRole("group", { name: /for Margaret Ellis, with James/ });
  await expect(visit).toContainText("Time off would lie over it.");
  await visit.getByRole("radio", { name: /^Give to Grace/ }).focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Save and change 1 visit" }).click();
  const done = page.getByRole("dialog", { name: "Saved" });
  await expect(done).toContainText("Given to Grace");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status").filter({ hasText: "The time off is saved" })).toBeVisible();
  await away
    .getByRole("button", { name: /^Take back/ })
    .first()
    .click();
});

test("where nothing breaks a date and time off are saved at once", async ({ page }) => {
  await signIn(page, "maria");
  const me = await (await page.request.get("/api/me")).json();
  await as(page, "admin");
  await open(page, `/ad/staff/${me.staff_id}/hours/`);
  const dates = page.getByRole("region", { name: "Other hours on one day" });
  await dates.getByLabel("Date").fill(dateAt(300));
  await dates.getByLabel("Not working on this day").check();
  await dates.getByRole("button", { name: "Save this day" }).click();
  await expect(dates.getByRole("listitem")).toContainText("not working");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await dates.getByRole("button", { name: /^Use the weekly hours again/ }).click();
  await expect(dates.getByRole("listitem")).toHaveCount(0);
  const away = page.getByRole("region", { name: "Time off" });
  await away.getByLabel("First day").fill(dateAt(302));
  await away.getByLabel("Last day").fill(dateAt(303));
  await away.getByRole("button", { name: "Add time off" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The time off is saved" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await away.getByRole("button", { name: /^Take back/ }).click();
});
