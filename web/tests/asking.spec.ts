// Money that an order still owes, seen to by the team without taking it: the link to pay, sent after an order by phone and from the
// order's page, and a kept card that is charged by hand.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { type Somebody, signInAs, signUpAs, somebody } from "./inbox";
import { mailTo, pressBook, someGuest, toLastStep } from "./journey";
import { add, agreeAndBook, keepFree, somebodyNew } from "./phone";
import { as, open, ready, signIn } from "./team";
import { AWAY_FAILS, checkBooks, payWith, takeCards, typeCard, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

test("after an order by phone its caller is sent the link, opens it and pays by card", async ({ page }) => {
  const email = `olive.${crypto.randomUUID().slice(0, 6)}@example.org`;
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await add(page, "Regular clean");
  await somebodyNew(page, "Olive Phone");
  await page.getByRole("region", { name: "Who is it for?" }).getByLabel("E-mail").fill(email);
  await keepFree(page, 6);
  const number = await agreeAndBook(page);
  await expect(page.getByText(/^£[\d.]+ is still owed\.$/)).toBeVisible();
  await button(page, "Send payment link").click();
  await expect(page.getByText(new RegExp(`^A letter goes to ${email}: .* £[\\d.]+ to pay`))).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await button(page, "Send it").click();
  await expect(page.getByText(/^The link to pay was last sent on .*, \d\d:\d\d by /)).toBeVisible();

  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText(/^The link to pay was last sent on /)).toBeVisible();
  await button(page, "Send payment link").click();
  await button(page, "Send it").click();
  await expect(
    page.getByText(/^The link was sent a moment ago\. You can send it again in \d+ second/),
  ).toBeVisible();
  await button(page, "Copy link").click();
  await expectAccessibleInBoth(page);
  await button(page, "Show the link").click();
  await expect(page.getByLabel("Link to the order")).toHaveValue(/\/track\/#\S+$/);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  const { text } = await mailTo(page, email, /^Please pay £/);
  expect(text).toContain("Regular clean");
  const link = /https?:\S+\/track\/#\S+/.exec(text)?.[0];
  expect(link, text).toBeDefined();
  await page.context().clearCookies();
  await page.goto("about:blank");
  await page.goto(link ?? "");
  await ready(page);
  await page.getByRole("button", { name: /^Pay £.*card or wallet/ }).click();
  await payWith(page, VISA);
  await expect(page.getByText(/^£[\d.]+ paid, Visa 4242/)).toBeVisible();

  await as(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText(/^£[\d.]+ paid, Visa 4242/)).toBeVisible();
  await expect(button(page, "Send payment link")).toHaveCount(0);
});

const ivy: Somebody = somebody("Ivy Keeps");

async function save(page: Page, number: string): Promise<void> {
  await open(page, "/cus/cards/");
  await button(page, "Save a card").click();
  await typeCard(page, number);
  await button(page, "Save card").click();
  await expect(page).toHaveURL(/\/cus\/cards\/$/);
  await ready(page);
}

/** Books a clean on that free day, to be paid on the day. */
async function bookOnTheDay(page: Page, day: number): Promise<string> {
  await toLastStep(page, { ...someGuest(ivy.name), email: ivy.email }, { day });
  await page.getByRole("radio", { name: /^Pay on the day/ }).check();
  return pressBook(page);
}

test("a kept card is charged from the order's page, once the customer has said yes", async ({ page }) => {
  await signUpAs(page, ivy);
  await save(page, VISA);
  const number = await bookOnTheDay(page, 12);
  await as(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: /^Charge £[\d.]+ to Visa 4242$/ }).click();
  const form = page.getByRole("form", { name: "Charge the kept card" });
  await form.getByRole("button", { name: /^Charge £/ }).click();
  await expect(page.getByText("Ask the customer first, then tick this.")).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await form
    .getByRole("checkbox", { name: /^The customer agreed that £[\d.]+ is charged to Visa 4242/ })
    .check();
  await form.getByRole("button", { name: /^Charge £/ }).dblclick();
  await expect(page.getByText(/^£[\d.]+ paid, Visa 4242/)).toHaveCount(1);
  await expect(page.getByRole("button", { name: /^Charge £/ })).toHaveCount(0);
});

test("while the caller is on the line their kept card is charged, or what they pay is written down", async ({
  page,
}) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await page.getByLabel("Find a customer").fill(ivy.email);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("list", { name: "Customers found" }).getByRole("button").first().click();
  await add(page, "Regular clean");
  await page.getByRole("list", { name: "Their addresses" }).getByRole("button").first().click();
  await expect(page.getByText(/^We come to /)).toBeVisible();
  await keepFree(page, 14);
  const number = await agreeAndBook(page);
  const owed = page.getByText(/^£[\d.]+ is still owed\.$/);
  const before = (await owed.textContent()) ?? "";
  await button(page, "Take a payment").click();
  await page.getByRole("textbox", { name: /^Amount in GBP/ }).fill("5.00");
  await button(page, "Write it down").click();
  await expect(page.getByText("The payment is written down").first()).toBeVisible();
  // The card is offered for what is left of it.
  await expect(owed).not.toHaveText(before);
  await page.getByRole("button", { name: /^Charge £[\d.]+ to Visa 4242$/ }).click();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  const form = page.getByRole("form", { name: "Charge the kept card" });
  await form.getByRole("checkbox", { name: /^The customer agreed/ }).check();
  await form.getByRole("button", { name: /^Charge £/ }).click();
  await expect(owed).toHaveCount(0);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("£5.00 paid, cash")).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ paid, Visa 4242/)).toHaveCount(1);
});

test("a declined card says so, the customer is sent the link, and the order owes as before", async ({
  page,
}) => {
  await signInAs(page, ivy);
  await page.waitForURL(/\/cus\/dashboard\/$/);
  await save(page, AWAY_FAILS);
  const number = await bookOnTheDay(page, 13);
  await as(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: /^Charge £[\d.]+ to Visa 0341$/ }).click();
  const form = page.getByRole("form", { name: "Charge the kept card" });
  await form.getByRole("checkbox", { name: /^The customer agreed/ }).check();
  await form.getByRole("button", { name: /^Charge £/ }).click();
  await expect(page.getByText("It did not work: the bank said no")).toBeVisible();
  await expect(form.getByRole("checkbox", { name: /^The customer agreed/ })).not.toBeChecked();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await mailTo(page, ivy.email, /We could not take your payment/);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText(/^£[\d.]+ is still owed\.$/)).toBeVisible();
  await expect(
    page.getByText(/^A charge of the kept card on .* did not work: the bank said no\.$/),
  ).toBeVisible();
});
