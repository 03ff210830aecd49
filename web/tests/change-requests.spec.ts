// What customers ask for where nothing free suits: answered with a proposal and taken, declined, withdrawn.
import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { book, open, ready, signIn } from "./team";

/** Somebody of the team in a browser of their own, at their requests. */
async function at(browser: Browser, who: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, who);
  await open(page, path);
  return page;
}

function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function expectFits(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
}

/** From the free times of the visit to the form. */
async function ask(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: /^Move / }).click();
  await page.getByRole("button", { name: "Ask us" }).click();
  await expect(page.getByRole("heading", { name: /^Ask for another time/ })).toBeVisible();
  await page.getByLabel(/^Anything we should know/).fill(note);
}

test("a guest asks by link, the cleaner proposes a time, the guest takes it", async ({ page, browser }) => {
  const { number, token } = await book(page, { service: "regular-clean", staff: "maria", days: [22, 30] });
  await page.context().clearCookies();
  await open(page, `/track/#${token}`);
  await ask(page, "");
  await page.getByRole("button", { name: "Send to us" }).click();
  await expect(page.getByText("Choose a day that would suit you").first()).toBeVisible();
  await page.getByLabel("Day", { exact: true }).fill(dateIn(40));
  await page.getByLabel("Time of day").selectOption({ label: "in the morning" });
  await page.getByRole("button", { name: "Add another day" }).click();
  await page.getByLabel("Day", { exact: true }).last().fill(dateIn(41));
  await page.getByLabel(/^Anything we should know/).fill("My sister is in town.");
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to us" }).click();
  await expect(page.getByText("You asked for another time")).toBeVisible();
  await expect(page.getByText(/, in the morning$/)).toBeVisible();
  await expectAccessible(page);

  const maria = await at(browser, "maria", "/st/dashboard/");
  await maria.getByRole("link", { name: "Requests from customers" }).click();
  const row = maria.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText("My sister is in town.");
  await expectFits(maria);
  await expectAccessible(maria);
  await row.getByRole("button", { name: /^Answer / }).click();
  const card = maria.getByRole("dialog", { name: /would like another time$/ });
  await card.getByRole("button", { name: /^Propose a time/ }).focus();
  await maria.keyboard.press("Enter");
  const days = card.getByRole("grid").getByRole("button", { name: /\d free times?$/ });
  await days.last().click();
  await card.getByRole("radio").last().check();
  await card.getByLabel(/^A word for/).fill("Would this do?");
  await expectAccessible(maria);
  await card.getByRole("button", { name: /^Propose \w+ \d/ }).click();
  await expect(maria.getByRole("status").filter({ hasText: "is asked whether" })).toBeVisible();
  await expect(row).toBeHidden();
  await maria.getByLabel("State").selectOption({ label: "Waiting for the customer" });
  await expect(maria).toHaveURL(/state=proposed/);
  await expect(row).toContainText("Waiting for the customer");
  await expect(row).toContainText("Would this do?");

  await page.reload();
  await expect(page.getByText(/^Does .* suit you\?$/)).toBeVisible();
  await expect(page.getByText("Would this do?")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Take it/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Done: it is now on" })).toBeVisible();
  await expect(page.getByText(/suit you\?$/)).toBeHidden();
  await maria.reload();
  await expect(maria.getByText(number)).toBeHidden();
});

test("a request is declined with words; another one is taken back", async ({ page, browser }) => {
  await signIn(page, "margaret");
  const { number } = await book(page, { service: "regular-clean", staff: "grace", days: [22, 30] });
  await open(page, `/cus/orders/${number}/`);
  await ask(page, "Any Friday would be better.");
  await page.getByRole("button", { name: "Send to us" }).click();
  await expect(page.getByText("You asked for another time")).toBeVisible();

  const manager = await at(browser, "manager", "/man/requests/");
  await expect(manager.getByRole("heading", { level: 1, name: "Requests" })).toBeVisible();
  await expect(manager.getByText(number)).toBeHidden();

  const admin = await at(browser, "admin", "/ad/requests/");
  const row = admin.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText("Any Friday would be better.");
  const opener = row.getByRole("button", { name: /^Answer Margaret/ });
  await opener.focus();
  await admin.keyboard.press("Enter");
  const card = admin.getByRole("dialog", { name: /^Margaret .* would like another time$/ });
  await admin.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await admin.keyboard.press("Enter");
  await card.getByRole("button", { name: /^Decline: / }).click();
  await admin.keyboard.press("Escape");
  await expect(card.getByRole("button", { name: /^Decline: / })).toBeFocused();
  await admin.keyboard.press("Enter");
  await card.getByLabel(/^A word for/).fill("Fridays are full until May.");
  await expectAccessible(admin);
  await card.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(row).toBeHidden();
  await admin.getByLabel("State").selectOption({ label: "Declined" });
  await expect(admin).toHaveURL(/state=declined/);
  await admin.getByLabel("Sort by").selectOption({ label: "Customer, A to Z" });
  await expect(admin).toHaveURL(/state=declined.*sort=name/);
  await admin.reload();
  await expect(row).toContainText("Fridays are full until May.");
  await expectAccessible(admin);
  const [file] = await Promise.all([
    admin.waitForEvent("download"),
    admin.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^\uFEFFAsked on,Customer,What,/);
  expect(text).toMatch(new RegExp(`Any Friday would be better\\..*,${number},.*,Declined,`));
  await open(admin, `/ad/orders/${number}/`);
  await expect(admin.getByText(/the work may begin within 14 days/)).toBeVisible();

  await page.reload();
  await ready(page);
  await expect(page.getByText("Fridays are full until May.")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await ask(page, "A Thursday, then?");
  await page.getByRole("button", { name: "Send to us" }).click();
  await page.getByRole("button", { name: /^Take the request back/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "The booking stays as it is." })).toBeVisible();
  await expect(page.getByText("You asked for another time")).toBeHidden();
});

test("an administrator says who must give a reason", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/requests/");
  const rule = page.getByRole("region", { name: "Who must give a reason" }).getByRole("combobox").last();
  await rule.selectOption({ label: "Customers" });
  await expect(page.getByRole("status").filter({ hasText: "Saved for" })).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(rule).toHaveValue("customer");
  await rule.selectOption({ label: "Nobody" });
  await expect(page.getByRole("status").filter({ hasText: "Saved for" })).toBeVisible();
});
