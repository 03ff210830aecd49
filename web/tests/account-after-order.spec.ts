// A guest's order, and afterwards an account: by the letter's link, by signing in, or not at all.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { openLetter, signUpAs, somebody } from "./inbox";
import { type Guest, mailsTo, mailTo, pressBook, someGuest, toLastStep } from "./journey";
import { ready } from "./team";

async function book(page: Page, guest: Guest, choice: { day: number; nth: number }): Promise<string> {
  await toLastStep(page, guest, choice);
  return pressBook(page);
}

const button = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name });

test("one letter, one password, and the order stands in an account", async ({ page }) => {
  const guest = someGuest();
  const number = await book(page, guest, { day: 4, nth: 9 });
  await button(page, "Send me a link to open one").click();
  await expect(page.getByRole("status").filter({ hasText: "Look in your mailbox" })).toBeVisible();
  await openLetter(page, guest.email, /Your account with /);
  await expect(page.getByText(`Your booking ${number} with VALClean`)).toBeVisible();
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("short");
  await button(page, "Open the account").click();
  await expect(page.getByText("This password is too short")).toBeVisible();
  await expect(password).toHaveValue("short");
  await expectAccessible(page);
  await password.fill("a harbour of quiet boats");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cus\/orders\/$/);
  await expect(page.getByRole("main").getByText(number)).toBeVisible();
  await openLetter(page, guest.email, /Your account with /);
  await expect(page.getByRole("alert").filter({ hasText: "no longer works" })).toBeVisible();
});

test("signing in adds the order whose link one holds, whatever its e-mail", async ({ page, browser }) => {
  const nora = somebody();
  const other = await browser.newContext();
  await signUpAs(await other.newPage(), nora);
  await other.close();
  const number = await book(page, someGuest(), { day: 5, nth: 9 });
  const secret = new URL(page.url()).hash.slice(1);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().split("#")[0] ?? ""));
  await page.getByRole("main").getByRole("link", { name: "Sign in and add it" }).click();
  await page.waitForURL(/\/login\//);
  await ready(page);
  await page.getByLabel("User name or e-mail").fill(nora.email);
  await page.getByLabel("Password", { exact: true }).fill(nora.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/track\/#./);
  await button(page, "Add this booking").click();
  await expect(page.getByRole("status").filter({ hasText: "Added to your account" })).toBeVisible();
  await page.getByRole("link", { name: "See your bookings" }).click();
  await expect(page.getByRole("main").getByText(number)).toBeVisible();
  expect(asked.filter((address) => address.includes(secret))).toEqual([]);
});

test("earlier bookings with a proven address are offered, and a known address is told in its letter alone", async ({
  page,
  browser,
}) => {
  const nora = somebody();
  const guest = { ...someGuest(nora.name), email: nora.email };
  const number = await book(page, guest, { day: 6, nth: 9 });
  const other = await browser.newContext();
  const own = await other.newPage();
  await signUpAs(own, nora);
  await expect(own.getByText("1 earlier booking with your address")).toBeVisible();
  // Somebody with the link asks for an account: they see what everybody sees.
  await button(page, "Send me a link to open one").click();
  await expect(page.getByRole("status").filter({ hasText: "Look in your mailbox" })).toBeVisible();
  await openLetter(page, nora.email, /Your account with /);
  await expect(page.getByRole("status").filter({ hasText: "You have an account already" })).toBeVisible();
  await own.getByRole("button", { name: "Add it" }).click();
  await expect(own.getByRole("status").filter({ hasText: "Added to your account" })).toBeVisible();
  await own.getByRole("link", { name: "See your bookings" }).click();
  await expect(own.getByRole("main").getByText(number)).toBeVisible();
  await other.close();
});

test("no, thank you: nothing is sent, and the booking opens as before", async ({ page }) => {
  const guest = someGuest();
  const number = await book(page, guest, { day: 2, nth: 10 });
  await expectAccessible(page);
  await button(page, "No, thank you").click();
  await expect(page.getByRole("heading", { name: "Keep this booking in an account?" })).toHaveCount(0);
  await page.getByRole("link", { name: "Move or cancel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Booking ${number}` })).toBeVisible();
  await mailTo(page, guest.email, /./);
  expect((await mailsTo(page, guest.email)).filter(({ subject }) => /account/i.test(subject))).toEqual([]);
});
