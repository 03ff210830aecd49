// The audit log: an administrator looks for what happened, sees what was and what is, and has it as a file.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, book, call, open, send, signIn } from "./team";

const rows = (page: Page) => page.getByRole("table", { name: "Audit log" }).getByRole("row");

test("what was changed is found with before and after, narrowed, and had as a file", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, "admin");
  await call(page, "PUT", "/api/businesses/mentors/settings/reminders", { values: { hours_before: [26] } });
  await call(page, "PUT", "/api/businesses/mentors/settings/reminders", { values: { hours_before: [24] } });
  await open(page, "/ad/audit/");
  await page.getByLabel("What", { exact: true }).selectOption({ label: "Settings were changed" });
  await expect(page).toHaveURL(/kind=business.settings_changed/);
  const [, newest] = await rows(page).all();
  if (!newest) throw new Error("no row");
  await expect(newest).toContainText("Hours before");
  await expect(newest).toContainText("Before: 26");
  await expect(newest).toContainText("After: 24");
  await page.getByLabel("Who", { exact: true }).selectOption({ label: "the system" });
  await expect(page.getByRole("heading", { name: "Nothing fits" })).toBeVisible();
  await page.goBack();
  await expect(newest).toContainText("After: 24");

  await page.getByRole("link", { name: /^When/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: /^When/ })).toHaveAttribute("aria-sort", "ascending");
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe("\uFEFFWhen,Who,Role,What,Business,About,Details,Before,After");
  expect(text).toContain("business.settings_changed");
  expect(text).not.toContain("sales.order_placed");
});

test("an order and a person on a phone", async ({ page }) => {
  await signIn(page, "tom");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days: [29, 32] });
  expect((await send(page, "GET", "/api/audit-events")).status()).toBe(403);
  await as(page, "admin");
  await open(page, "/ad/audit/");
  await page.getByLabel("Order number").fill(number);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(new RegExp(`number=${number}`));
  await expect(rows(page).filter({ hasText: "An order was placed" })).toBeVisible();
  await expect(page.getByRole("link", { name: `Order ${number}` }).first()).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await expectAccessible(page);

  await open(page, "/ad/audit/");
  await page.getByText("About one person").click();
  await page.getByRole("button", { name: "Find the person" }).click();
  await expect(page.getByText("Write at least two letters.")).toBeVisible();
  await page.getByLabel("Part of the name").fill("tom benn");
  await page.getByRole("button", { name: "Find the person" }).click();
  await page.getByRole("link", { name: "Tom Bennett" }).click();
  await expect(page.getByText("Shown: what is about Tom Bennett")).toBeVisible();
  expect(page.url()).not.toContain("tom");
  await expect(rows(page).filter({ hasText: "An order was placed" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Show everybody again" }).click();
  await expect(page.getByText("About one person")).toBeVisible();
});
