// Paid in other ways than by card at once: by PayPal, declined and mended, with the money back; by a bank debit, which comes days
// later; a deposit now and the rest by the link. They change how everybody pays, so they run alone. The books balance.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, someGuest, toLastStep } from "./journey";
import { call, open, proven, signIn } from "./team";
import { atCompany, calledOff, checkBooks, payWith, takeCards, takesPayments, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterEach(checkBooks);

const booked = (page: Page) => page.getByRole("heading", { level: 1, name: "Booked. See you then!" });
const numberOn = async (page: Page) =>
  (await page
    .getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    .first()
    .textContent()) ?? "";

async function switchOn(page: Page, on: boolean): Promise<void> {
  await signIn(page, "admin");
  await proven(page, "admin");
  for (const name of ["PayPal", "GoCardless"]) {
    await open(page, "/ad/payments/companies/");
    await takesPayments(page, name, on);
  }
}

async function deposit(page: Page, percent: string): Promise<void> {
  await signIn(page, "admin");
  await open(page, "/ad/settings/valclean/");
  await page.getByRole("textbox", { name: "Deposit, in percent" }).fill(percent);
  await page.getByRole("button", { name: "Save: Booking rules" }).click();
  await expect(page.getByText("Booking rules: saved")).toBeVisible();
}

test("an administrator has PayPal and bank debits taken too", async ({ page }) => {
  await switchOn(page, true);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
});

test("by PayPal: refused there, paid in another try, and called off with the money back to PayPal", async ({
  page,
}) => {
  test.slow();
  const guest = someGuest();
  await toLastStep(page, guest, { day: 8 });
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("radio", { name: /^Pay now: PayPal/ }).check();
  await mainAction(page, /^Book and pay £/).click();
  await page.getByRole("button", { name: /^Log in as Sam Buyer/ }).click();
  await page.getByRole("radio", { name: "A card that the bank declines" }).check();
  await page.getByRole("button", { name: /^Pay GBP/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Almost booked" })).toBeVisible();
  await expect(page.getByText(/^PayPal did not pay it, and nothing was charged\./)).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("button", { name: /^Pay £.*: PayPal$/ }).click();
  await page.getByRole("button", { name: /^Log in as Sam Buyer/ }).click();
  await page.getByRole("radio", { name: "PayPal balance" }).check();
  await page.getByRole("button", { name: /^Pay GBP/ }).click();
  await expect(booked(page)).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ paid, PayPal/)).toBeVisible();
  await expectAccessibleInBoth(page);
  const number = await numberOn(page);
  await mailTo(page, guest.email, /You're booked/);
  checkBooks();

  await calledOff(page, "PayPal");
  await signIn(page, "admin");
  await expect.poll(() => atCompany(page, number), { timeout: 60_000 }).toEqual([2, 0]);
});

test("by bank debit: the visit stands while the money is on its way", async ({ page }) => {
  test.slow();
  const guest = someGuest();
  await toLastStep(page, guest, { day: 9 });
  await page.getByRole("radio", { name: /^Pay now: bank debit/ }).check();
  await mainAction(page, /^Book and pay £/).click();
  await page.getByLabel("Name on the account").fill(guest.name);
  await page.getByLabel("Sort code").fill("20-00-00");
  await page.getByLabel("Account number").fill("55779911");
  await page.getByRole("button", { name: "Set up the Direct Debit" }).click();
  await expect(booked(page)).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ by bank debit is on its way\./)).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await mailTo(page, guest.email, /You're booked/);
});

test("a deposit when booking, and the rest by the link before the visit", async ({ page }) => {
  test.slow();
  await deposit(page, "25");
  try {
    await page.context().clearCookies();
    const guest = someGuest();
    await toLastStep(page, guest, { day: 10 });
    await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
    await expectAccessibleInBoth(page);
    for (const width of [360, 768, 1440]) await expectFits(page, width);
    await mainAction(page, /^Book and pay £/).click();
    await payWith(page, VISA);
    await expect(booked(page)).toBeVisible();
    const number = await numberOn(page);
    await expectAccessibleInBoth(page);
    await page.getByRole("button", { name: /^Pay £.*card or wallet/ }).click();
    await payWith(page, VISA);
    await expect(booked(page)).toBeVisible();
    await expect(page.getByRole("button", { name: /^Pay £/ })).toHaveCount(0);
    await signIn(page, "admin");
    type Told = { total_amount: number; paid_amount: number; owed_amount: number };
    const told = await call<Told>(page, "GET", `/api/orders/${number}`);
    expect(told).toMatchObject({ paid_amount: told.total_amount, owed_amount: 0 });
    const [times, sum] = await atCompany(page, number);
    expect([times, sum]).toEqual([2, told.total_amount]);
  } finally {
    await page.context().clearCookies();
    await deposit(page, "0");
  }
});

test("cards alone again", async ({ page }) => {
  await switchOn(page, false);
});
