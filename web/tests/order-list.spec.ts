// The list of orders for administrators: its state is its address, it can be had as a file, and a phone shows cards.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, book, open, signIn } from "./team";

const rows = (page: Page) => page.getByRole("table", { name: "Orders" }).getByRole("row");

/** On days of its own: both tests run at once. */
async function booked(page: Page, days: [number, number]): Promise<string> {
  await signIn(page, "tom");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days });
  await as(page, "admin");
  return number;
}

test("an administrator filters, sorts, goes back and has the list as a file", async ({ page }) => {
  const number = await booked(page, [15, 18]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/ad/orders/");
  await expect(page.getByRole("link", { name: number })).toBeVisible();

  await page.getByLabel("State").selectOption({ label: "Cancelled" });
  await expect(page).toHaveURL(/\/ad\/orders\/\?state=cancelled$/);
  await expect(page.getByRole("link", { name: number })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  await expect(page.getByLabel("State")).toHaveValue("");

  await page.getByRole("link", { name: /^Total/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: /^Total/ })).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/sort=total$/);
  await page.getByRole("link", { name: /^Total/ }).click();
  await expect(page.getByRole("columnheader", { name: /^Total/ })).toHaveAttribute("aria-sort", "descending");
  await page.reload();
  await expect(page.getByRole("columnheader", { name: /^Total/ })).toHaveAttribute("aria-sort", "descending");
  await expectAccessible(page);

  await page.getByLabel("Business").selectOption({ label: "VALClean" });
  await expect(page).toHaveURL(/business=valclean&sort=-total$/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toBe(
    "\uFEFFOrder,Placed,State,Customer,What,First visit,Total,Paid,Currency",
  );
  expect(text).toContain(number);

  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Order ${number}` })).toBeVisible();
  await expect(page.getByText("Tom Bennett").first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("columnheader", { name: /^Total/ })).toHaveAttribute("aria-sort", "descending");
});

test("a phone shows cards with labels, and sorts without heads of columns", async ({ page }) => {
  const number = await booked(page, [22, 25]);
  await open(page, "/ad/orders/");
  await expect(rows(page).filter({ hasText: number })).toBeVisible();
  await page.getByLabel("Sort by").selectOption({ label: "Customer, Z to A" });
  await expect(page).toHaveURL(/sort=-customer$/);
  await expect(rows(page).filter({ hasText: number })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});
