// Cards kept for later: left without paying, kept with a payment, offered the next time, preferred and removed; visits that
// are charged by themselves, a charge that fails, tried again by the team and by the customer.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, pressBook, someGuest, toLastStep } from "./journey";
import { as, open, ready, signIn } from "./team";
import { AWAY_FAILS, checkBooks, payWith, planCharge, takeCards, typeCard, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const MARGARET = { ...someGuest("Margaret Ellis"), email: "margaret@example.com" };
const card = (page: Page, label: string) => page.getByRole("listitem").filter({ hasText: label });

async function save(page: Page, number: string): Promise<void> {
  await page.getByRole("button", { name: "Save a card" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Save a card" })).toBeVisible();
  await typeCard(page, number);
  await page.getByRole("button", { name: "Save card" }).click();
  await expect(page).toHaveURL(/\/cus\/cards\/$/);
  await ready(page);
}

test("a customer leaves cards without paying, prefers one and removes the other", async ({ page }) => {
  await as(page, "margaret");
  await open(page, "/cus/cards/");
  await expect(page.getByRole("heading", { name: "No cards kept" })).toBeVisible();
  await expectAccessibleInBoth(page);
  await save(page, VISA);
  await expect(card(page, "Visa 4242")).toContainText("Used first");
  await save(page, AWAY_FAILS);
  await expect(card(page, "Visa 0341")).toContainText("Used first");
  await page.getByRole("button", { name: "Use first: Visa 4242" }).click();
  await expect(card(page, "Visa 4242")).toContainText("Used first");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("button", { name: "Remove Visa 4242" }).click();
  await expect(page.getByText("Remove Visa 4242?")).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(card(page, "Visa 4242")).toHaveCount(0);
  await expect(card(page, "Visa 0341")).toContainText("Used first");
});

test("kept with a payment after a yes, and offered on the company's page the next time", async ({ page }) => {
  await signIn(page, "margaret");
  await toLastStep(page, MARGARET, { day: 8 });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await page.getByRole("checkbox", { name: "Keep this card for next time" }).check();
  await expectAccessibleInBoth(page);
  await mainAction(page, /^Book and pay £/).click();
  await payWith(page, "5555 5555 5555 4444");
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await open(page, "/cus/cards/");
  await expect(card(page, "Mastercard 4444")).toContainText("Used first");
  await toLastStep(page, MARGARET, { day: 9 });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await mainAction(page, /^Book and pay £/).click();
  await page.getByRole("button", { name: "Pay with Mastercard 4444" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
});

test("a guest is not asked whether a card is kept", async ({ page }) => {
  await toLastStep(page, someGuest(), { day: 10 });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await expect(page.getByRole("checkbox", { name: "Keep this card for next time" })).toHaveCount(0);
});

test("charged on its day; what fails is told, tried again by the team, and paid with another card", async ({
  page,
}) => {
  await signIn(page, "margaret");
  await toLastStep(page, MARGARET, { day: 11 });
  await page.getByRole("radio", { name: /^Pay on the day/ }).check();
  const number = await pressBook(page);
  await open(page, "/cus/cards/");
  await page.getByRole("button", { name: "Use first: Visa 0341" }).click();
  await expect(card(page, "Visa 0341")).toContainText("Used first");
  planCharge(number, 30);
  await open(page, `/cus/orders/${number}/`);
  await expect(page.getByText(/^£[\d.]+ will be charged on .* with Visa 0341\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay £/ })).toHaveCount(0);
  await expectAccessibleInBoth(page);

  await as(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: "Try Visa 0341 now" }).click();
  await expect(page.getByText(/^We could not take £/)).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await mailTo(page, MARGARET.email, /We could not take your payment/);

  await as(page, "margaret");
  await open(page, `/cus/orders/${number}/`);
  await expect(page.getByText(/^We could not take £/)).toBeVisible();
  await expect(page.getByText(/^We try again on/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay £.*card or wallet/ })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await open(page, "/cus/cards/");
  await page.getByRole("button", { name: "Use first: Mastercard 4444" }).click();
  await expect(card(page, "Mastercard 4444")).toContainText("Used first");
  await open(page, `/cus/orders/${number}/`);
  await page.getByRole("button", { name: "Try Mastercard 4444 again" }).click();
  await expect(page.getByText(/^£[\d.]+ paid, Mastercard 4444/)).toBeVisible();
});
