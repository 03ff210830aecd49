// Time off asked for, answered with a word and taken back; a manager at another's hours; the dates a business is closed.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, open, ready, signIn } from "./team";

/** A date that no other test uses. */
function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("time off is asked for, refused with a word, and taken back", async ({ page }) => {
  await signIn(page, "maria");
  await open(page, "/st/hours/");
  const own = page.getByRole("region", { name: "Time off" });
  await own.getByRole("button", { name: "Ask for time off" }).click();
  await expect(own.getByText("Choose a date.").first()).toBeVisible();
  await own.getByLabel("First day").fill(dateIn(200));
  await own.getByLabel("Last day").fill(dateIn(199));
  await expect(own.getByText("The last day comes before the first.")).toBeVisible();
  await own.getByLabel("Last day").fill(dateIn(201));
  await own.getByLabel(/^What for/).fill("My sister's wedding");
  await own.getByRole("button", { name: "Ask for time off" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your request is sent" })).toBeVisible();
  await expect(own.getByRole("listitem").filter({ hasText: "wedding" })).toContainText("asked for");

  await as(page, "manager");
  await open(page, "/man/dashboard/");
  await page.getByRole("link", { name: "Time off asked for" }).click();
  const row = page.getByRole("row").filter({ hasText: "wedding" });
  await row.getByRole("button", { name: /^Answer Maria/ }).focus();
  await page.keyboard.press("Enter");
  await expect(row.getByRole("group", { name: /^Time off for Maria/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row.getByRole("button", { name: /^Answer Maria/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await row.getByLabel(/^A word for Maria/).fill("We are three short that week.");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "wedding" })).toBeHidden();
  await page.getByLabel("State").selectOption({ label: "Declined" });
  await expect(page).toHaveURL(/state=refused/);
  await expect(row).toContainText("We are three short that week.");
  await page.reload();
  await expect(row).toContainText("Declined");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^\uFEFFWho,/);
  expect(text).toMatch(/Maria Kowalska,.*wedding,.*,Declined,/);

  await as(page, "maria");
  await open(page, "/st/hours/");
  const refused = own.getByRole("listitem").filter({ hasText: "wedding" });
  await expect(refused).toContainText("We are three short that week.");
  await refused.getByRole("button", { name: /^Take back the time off from/ }).click();
  await expect(refused).toBeHidden();
});

test("a manager enters time off at once on the page of somebody's hours", async ({ page }) => {
  await signIn(page, "maria");
  const me = await (await page.request.get("/api/me")).json();
  await as(page, "manager");
  await open(page, `/man/staff/${me.staff_id}/hours/`);
  const section = page.getByRole("region", { name: "Time off" });
  await section.getByLabel("Only some hours of one day").check();
  await section.getByLabel("Date", { exact: true }).fill(dateIn(207));
  await section.getByLabel("From", { exact: true }).fill("09:00");
  await section.getByLabel("Until", { exact: true }).fill("11:30");
  await section.getByRole("button", { name: "Add time off" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The time off is saved" })).toBeVisible();
  const added = section.getByRole("listitem").filter({ hasText: "09:00" });
  await expect(added).not.toContainText("asked for");
  await expectAccessible(page);
  await added.getByRole("button", { name: /^Take back/ }).click();
  await expect(added).toBeHidden();
});

test("an administrator says where staff must ask", async ({ page, browser }) => {
  await signIn(page, "admin");
  await open(page, "/ad/time-off/");
  const box = page.getByRole("region", { name: "Who must ask" }).getByRole("checkbox").last();
  await expect(box).toBeChecked();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: "time off counts at once" })).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(box).not.toBeChecked();
  const mentor = await browser.newPage();
  await signIn(mentor, "david");
  await open(mentor, "/st/hours/");
  const own = mentor.getByRole("region", { name: "Time off" });
  await expect(own.getByRole("button", { name: "Add time off" })).toBeVisible();
  await expect(own.getByRole("button", { name: "Ask for time off" })).toHaveCount(0);
  await mentor.close();
  await box.click();
  await expect(page.getByRole("status").filter({ hasText: "time off waits for a yes" })).toBeVisible();
});

test("an administrator closes a business on a date of its own and on bank holidays that were ticked", async ({
  page,
}) => {
  await signIn(page, "admin");
  await open(page, "/ad/holidays/");
  const kept = page.getByRole("region", { name: "Closed on these dates" });
  await kept.getByRole("button", { name: "Add this date" }).click();
  await expect(kept.getByText("Say what the day is called.")).toBeVisible();
  await kept.getByLabel("Date").fill(dateIn(400));
  await kept.getByLabel("What the day is called").fill("Founders' day");
  await kept.getByRole("button", { name: "Add this date" }).click();
  await expect(kept.getByRole("listitem").filter({ hasText: "Founders' day" })).toBeVisible();

  const bank = page.getByRole("region", { name: "Bank holidays" });
  const box = bank.getByRole("checkbox").last();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await bank.getByRole("button", { name: "Close on this date" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 date is added" })).toBeVisible();
  await expect(kept.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await page.reload();
  await ready(page);
  await expect(kept.getByRole("listitem")).toHaveCount(2);
  await kept
    .getByRole("button", { name: /^Remove/ })
    .last()
    .click();
  await kept
    .getByRole("button", { name: /^Remove/ })
    .last()
    .click();
  await expect(kept.getByText("No holidays are set.")).toBeVisible();
});
