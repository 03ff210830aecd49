// A second company for cards: an administrator puts Mollie first and switches Stripe off while all runs; a guest pays on Mollie's
// page with 3-D Secure and gets the money back by it; the books balance. It changes who takes cards for everybody, so it runs alone.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, someGuest, toLastStep } from "./journey";
import { open, proven, signIn } from "./team";
import { atCompany, CHALLENGED, calledOff, checkBooks, payWith, takeCards, takesPayments } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));

const order = (page: Page) => page.getByRole("region", { name: /^Who takes new payments first/ });
const places = (page: Page) => order(page).getByRole("listitem");

async function asAdmin(page: Page): Promise<void> {
  await signIn(page, "admin");
  await proven(page, "admin");
  await open(page, "/ad/payments/companies/");
}

test("an administrator puts Mollie first by the keyboard and switches Stripe off", async ({ page }) => {
  await asAdmin(page);
  await expect(places(page)).toHaveText([/^1\. Stripe takes new payments/, /^2\. Mollie switched off/]);
  await takesPayments(page, "Mollie", true);
  await expect(places(page).nth(1)).toContainText("steps in where those before it cannot");
  const up = order(page).getByRole("button", { name: "Move Mollie up" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(order(page).getByRole("status")).toHaveText("Mollie is number 1 now");
  await expect(places(page)).toHaveText([/^1\. Mollie takes new payments/, /^2\. Stripe steps in/]);
  await expect(up).toBeFocused();
  await expect(up).toHaveAttribute("aria-disabled", "true");
  await takesPayments(page, "Stripe", false);
  await expect(places(page)).toHaveText([/^1\. Mollie takes new payments/, /^2\. Stripe switched off/]);
  const mollie = page.getByRole("region", { name: "Mollie, test mode" });
  await expect(mollie.getByLabel("API key")).toHaveAttribute("type", "password");
  await expect(mollie.getByText("Nothing is to be set there")).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
});

test("a guest pays there after the bank asked twice, and gets it back by it", async ({ page }) => {
  const guest = someGuest();
  await toLastStep(page, guest, { day: 8 });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await mainAction(page, /^Book and pay £/).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Pay GBP/ })).toBeVisible();
  await expect(page.getByText("stand-in for Mollie")).toBeVisible();
  await expectAccessibleInBoth(page);
  await payWith(page, CHALLENGED);
  await page.getByRole("button", { name: "Fail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Almost booked" })).toBeVisible();
  await expect(page.getByText("Your bank could not check that it is you.")).toBeVisible();
  await page.getByRole("button", { name: /^Pay £.*card or wallet/ }).click();
  await payWith(page, CHALLENGED);
  await page.getByRole("button", { name: "Complete" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ paid, Visa 3184/)).toBeVisible();
  const number = (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";
  await mailTo(page, guest.email, /You're booked/);
  checkBooks();

  await calledOff(page, "the card");

  await signIn(page, "admin");
  await expect.poll(() => atCompany(page, number)).toEqual([2, 0]); // in and out again, by Mollie alone
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: "Books" }).click();
  await expect(page.getByRole("cell", { name: "clearing mollie" }).first()).toBeVisible();
  checkBooks();
});

test("Stripe comes first again", async ({ page }) => {
  await asAdmin(page);
  await takesPayments(page, "Stripe", true);
  await order(page).getByRole("button", { name: "Move Stripe up" }).click();
  await expect(places(page)).toHaveText([/^1\. Stripe takes new payments/, /^2\. Mollie steps in/]);
  await takesPayments(page, "Mollie", false);
  await expect(places(page).nth(1)).toContainText("switched off");
});
