// Cards within our own page: an administrator says so; a guest is declined, asked by the bank and pays without leaving us; where the
// company's script is kept out the company's own page takes over. It changes how everybody pays, so it runs alone.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, someGuest, toLastStep } from "./journey";
import { open, proven, signIn } from "./team";
import { CHALLENGED, checkBooks, DECLINED, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));

const script = (page: Page) => page.locator('script[src$="/stripe.js"]');
const fields = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]');
const payButton = (page: Page) => page.getByRole("button", { name: /^Pay £[\d.]+$/ });
const booked = (page: Page) => page.getByRole("heading", { level: 1, name: "Booked. See you then!" });

async function takeWhere(page: Page, where: "Within our page" | "On Stripe’s page"): Promise<void> {
  await signIn(page, "admin");
  await proven(page, "admin");
  await open(page, "/ad/payments/companies/");
  const stripe = page.getByRole("region", { name: "Stripe, test mode" });
  await stripe.getByRole("combobox", { name: "How cards are taken" }).selectOption(where);
  await stripe.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Stripe is saved")).toBeVisible();
}

/** Everything but the payment: ends on the page with the card's fields. */
async function toTheFields(page: Page, day: number, { guest = someGuest(), keep = false } = {}) {
  await toLastStep(page, guest, { day });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  if (keep) await page.getByRole("checkbox", { name: "Keep this card for next time" }).check();
  await expect(script(page)).toHaveCount(0);
  await mainAction(page, /^Book and pay £/).click();
  await expect(page).toHaveURL(/\/pay\/card\/\?payment=[0-9a-f-]{36}#/);
  return guest;
}

async function type(page: Page, card: string): Promise<void> {
  await fields(page).getByLabel("Card number").fill(card);
  await fields(page).getByLabel("Expiry").fill("12 / 34");
  await fields(page).getByLabel("CVC").fill("123");
}

test("an administrator takes cards within our page, with a key that is for browsers", async ({ page }) => {
  await takeWhere(page, "Within our page");
  const stripe = page.getByRole("region", { name: "Stripe, test mode" });
  const key = stripe.getByLabel("Publishable key, for cards within our page");
  await expect(key).toHaveValue("pk_test_standin");
  await stripe.getByText(/^Trying it out/).click();
  await expect(
    stripe.getByText("It knows our address, so that wallets are shown within our page"),
  ).toBeVisible();
  await key.fill("sk_test_standin");
  await stripe.getByRole("button", { name: "Save" }).click();
  await expect(key).toHaveAccessibleDescription(/no publishable key/);
  await key.fill("pk_test_standin");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
});

test("a guest is declined, asked by the bank, and pays without leaving us; the books balance", async ({
  page,
}) => {
  const elsewhere = await page.request.get("/pay/");
  expect(elsewhere.headers()["content-security-policy"]).not.toContain("127.0.0.1");
  const guest = await toTheFields(page, 9);
  const { headers } = await page.evaluate(async () => {
    const answer = await fetch(location.pathname + location.search);
    return { headers: Object.fromEntries(answer.headers) };
  });
  expect(headers["content-security-policy"]).toMatch(/frame-src 'self' http:\/\/127\.0\.0\.1:\d+;/);
  await expect(payButton(page)).toBeVisible();
  await expect(script(page)).toHaveCount(1);
  await expect(page.locator("input")).toHaveCount(0); // no card's number is typed into anything of ours
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  await payButton(page).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Look at what is marked");
  await type(page, DECLINED);
  await payButton(page).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Your bank said no to this card.");
  await type(page, CHALLENGED);
  await payButton(page).click();
  await fields(page).getByRole("button", { name: "Fail" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Your bank could not check that it is you.",
  );
  await page.reload();
  await type(page, CHALLENGED);
  await payButton(page).dblclick();
  await fields(page).getByRole("button", { name: "Complete" }).click();
  await expect(booked(page)).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ paid, Visa 3184/)).toBeVisible();
  await expect(script(page)).toHaveCount(0);
  await mailTo(page, guest.email, /You're booked/);
  checkBooks();
});

test("where the company's script is kept out, its own page takes the payment", async ({ page }) => {
  await page.route("**/stripe.js", (route) => route.abort());
  await toTheFields(page, 10);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("The card fields did not load");
  await expect(payButton(page)).toHaveCount(0);
  await expectAccessibleInBoth(page);
  await expectFits(page, 360);
  await page.getByRole("button", { name: "Pay on our payment company’s page instead" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Pay GBP/ })).toBeVisible();
  await payWith(page, VISA);
  await expect(booked(page)).toBeVisible();
  checkBooks();
});

test("going back without paying leads to the order, which is paid from there", async ({ page }) => {
  await toTheFields(page, 11);
  await expect(payButton(page)).toBeVisible();
  await page.getByRole("link", { name: "Back without paying" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Almost booked" })).toBeVisible();
  await expect(script(page)).toHaveCount(0);
  await page.getByRole("button", { name: /^Pay £.*card or wallet/ }).click();
  await type(page, VISA);
  await payButton(page).click();
  await expect(booked(page)).toBeVisible();
});

test("a card that its customer keeps is offered in our page the next time", async ({ page }) => {
  const guest = { ...someGuest("Margaret Ellis"), email: "margaret@example.com" };
  await signIn(page, "margaret");
  await toTheFields(page, 12, { guest, keep: true });
  await fields(page).getByRole("radio", { name: "Card", exact: true }).check();
  await type(page, "5555 5555 5555 4444");
  await payButton(page).click();
  await expect(booked(page)).toBeVisible();
  await toTheFields(page, 13, { guest });
  await fields(page).getByRole("radio", { name: "Mastercard 4444" }).first().check();
  await payButton(page).click();
  await expect(booked(page)).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ paid, Mastercard 4444/)).toBeVisible();
  checkBooks();
});

test("cards are taken on the company's page again", async ({ page }) => {
  await takeWhere(page, "On Stripe’s page");
});
