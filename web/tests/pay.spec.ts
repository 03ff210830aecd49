// Paid by card, on the company's page with and without the bank's question, declined
// and mended, given up, called off with the money back. The stand-in's book and ours agree afterwards.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, pressTwice, someGuest, toLastStep } from "./journey";
import { open, signIn } from "./team";
import { atCompany, CHALLENGED, calledOff, checkBooks, DECLINED, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

/** Everything but the payment: ends on the company's page. */
async function toThePage(page: Page, day: number, nth = 0) {
  const guest = someGuest();
  await toLastStep(page, guest, { day, nth });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await mainAction(page, /^Book and pay £/).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Pay GBP/ })).toBeVisible();
  return guest;
}

const booked = (page: Page) => page.getByRole("heading", { level: 1, name: "Booked. See you then!" });

test("a guest pays after the bank asked, and the visit stands", async ({ page }) => {
  const guest = await toThePage(page, 4);
  await payWith(page, CHALLENGED);
  await page.getByRole("button", { name: "Fail" }).click();
  await expect(page.getByRole("alert")).toContainText("requires authentication");
  await payWith(page, CHALLENGED);
  await page.getByRole("button", { name: "Complete" }).click();
  await expect(booked(page)).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ paid, Visa 3184/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Pay/ })).toHaveCount(0);
  await expectAccessibleInBoth(page);
  await mailTo(page, guest.email, /You're booked/);
});

test("declined, back to the shop, mended there; a second press asks for no second payment", async ({
  page,
}) => {
  await toThePage(page, 5);
  await payWith(page, DECLINED);
  await expect(page.getByRole("alert")).toContainText("was declined");
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Almost booked" })).toBeVisible();
  await expect(page.getByText("Your bank said no to this card.")).toBeVisible();
  await expect(page.getByText(/^We keep your time for you until/)).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await pressTwice(page.getByRole("button", { name: /^Pay £.*card or wallet/ }));
  await payWith(page, VISA);
  await expect(booked(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByText("This was paid already.")).toBeVisible();
});

test("called off in time, the money goes back and the books agree with the company's", async ({ page }) => {
  const guest = await toThePage(page, 6);
  await payWith(page, VISA);
  await expect(booked(page)).toBeVisible();
  const number = (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";
  await calledOff(page, "the card");
  await mailTo(page, guest.email, /cancelled/i);

  await signIn(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: "Books" }).click();
  await expect(page.getByRole("cell", { name: "clearing stripe" }).first()).toBeVisible();
  await expectAccessibleInBoth(page);
  await expect.poll(() => atCompany(page, number)).toEqual([2, 0]);
});

test("the team takes a payment at the door and gives a part of it back", async ({ page }) => {
  await toLastStep(page, someGuest(), { day: 7 });
  await page.getByRole("radio", { name: /^Pay on the day/ }).check();
  await mainAction(page, /^Book for £/).click();
  await expect(booked(page)).toBeVisible();
  const number = (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";
  await signIn(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: "Take a payment" }).click();
  await page.getByRole("textbox", { name: "Amount in GBP" }).fill("10");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText(/^£10\.00 paid, cash/)).toBeVisible();
  await page.getByRole("button", { name: "Give money back" }).click();
  const amount = page.getByRole("textbox", { name: /, in GBP$/ });
  await amount.fill("50");
  await page.getByRole("textbox", { name: "Reason" }).fill("Came late");
  await page.getByRole("button", { name: "Give it back" }).click();
  await expect(amount).toHaveAccessibleDescription(/At most £10\.00/);
  await amount.fill("2.50");
  await expect(page.getByText("£2.50 by hand, paid by cash")).toBeVisible();
  await page.getByRole("button", { name: "Give £2.50 back" }).click();
  await page.getByRole("button", { name: "It is given back" }).click();
  await expect(page.getByRole("button", { name: "It is given back" })).toHaveCount(0);
  await open(page, "/ad/payments/");
  await expect(page.getByRole("row", { name: new RegExp(`${number}.*£2\\.50.*£10\\.00`) })).toBeVisible();
  await expectAccessibleInBoth(page);
});
