// Points: switched on in the settings, earned by what was paid and handed over, a coupon by itself at so many, taken back with
// the money, corrected by an administrator.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { expectStep, mailTo, mainAction } from "./journey";
import { as, open, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const BOOKLET = "Portfolio in a weekend"; // £18
let number = "";

async function setPoints(page: Page, on: boolean): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "/ad/settings/mentors/");
  await page.getByRole("checkbox", { name: "Customers collect points" }).setChecked(on);
  if (on) {
    await page.getByRole("textbox", { name: "Points for each whole unit of your currency" }).fill("10");
    await page.getByRole("textbox", { name: "Points for a coupon" }).fill("150");
    await page.getByRole("textbox", { name: "What the coupon takes off" }).fill("5");
  }
  await page.getByRole("button", { name: "Save: Points" }).click();
  await expect(page.getByText("Points: saved")).toBeVisible();
}

async function putInBasket(page: Page): Promise<void> {
  await open(page, "/products/");
  await page.getByRole("link", { name: BOOKLET }).click();
  await page.getByRole("button", { name: "Put it in the basket" }).click();
  await expectStep(page, "Basket");
}

/** The worker writes points: soon, not at once. */
async function seen(page: Page, path: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await open(page, path);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

test("an administrator lets customers collect points", async ({ page }) => {
  await signIn(page, "admin");
  await setPoints(page, true);
  await expectAccessible(page);
});

test("what was paid and handed over earns points, and enough of them are a coupon that takes off", async ({
  page,
}) => {
  await signIn(page, "tom");
  await seen(page, "/cus/coupons/", "150 more points to your next coupon of £5.");
  await putInBasket(page);
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await mainAction(page, "Continue").click();
  await expectStep(page, "Check and book");
  for (const box of await page.getByRole("checkbox", { name: /^(I agree|Give me)/ }).all()) await box.check();
  await mainAction(page, /^Order and pay £18/).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Pay GBP/ })).toBeVisible();
  await payWith(page, VISA);
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. It is yours" })).toBeVisible();
  number = (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";

  await seen(page, "/cus/coupons/", "30 points");
  const entries = page.getByRole("region", { name: "Points" }).getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.filter({ hasText: `${BOOKLET} (${number})` })).toContainText("+180");
  await expect(entries.filter({ hasText: "Became a coupon" })).toContainText("-150");
  await expect(page.getByText("120 more points to your next coupon of £5.")).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  const code = /POINTS-\w+/.exec((await page.getByText(/^Code:? POINTS-/).textContent()) ?? "")?.[0] ?? "";
  expect(code).not.toBe("");
  const letter = await mailTo(page, "tom@example.com", /coupon/i);
  expect(letter.text).toContain(code);

  await putInBasket(page);
  await page.getByText("I have a code").click();
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${code} takes off £5`)).toBeVisible();
  await expect(page.getByText("£13.00").first()).toBeVisible();
});

test("money that goes back takes its points along; an administrator puts points right, with a reason", async ({
  page,
}) => {
  await signIn(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: "Give money back" }).click();
  await page.getByRole("textbox", { name: /, in GBP$/ }).fill("9");
  await page.getByRole("textbox", { name: "Reason" }).fill("Half of it was not for them");
  await page.getByRole("button", { name: "Give £9.00 back" }).click();
  await as(page, "tom");
  await seen(page, "/cus/coupons/", /^[-−]60 points$/);
  await expect(page.getByText(/^Some points were taken back after you had a coupon/)).toBeVisible();

  await as(page, "admin");
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "/ad/customers/");
  await page.getByLabel("Find a customer").fill("tom@example.com");
  await page.getByRole("link", { name: /^Tom/ }).click();
  await expect(page.getByText(/^[-−]60 points$/)).toBeVisible();
  await page.getByRole("button", { name: "Add or take points" }).click();
  const points = page.getByRole("textbox", { name: "Points" });
  await points.fill("many");
  await page.getByRole("button", { name: "Save this correction" }).click();
  await expect(page.getByText("Write a whole number that is not zero, such as 20 or -20.")).toBeVisible();
  await expect(page.getByText("Write why.")).toBeVisible();
  await points.fill("65");
  await page.getByRole("textbox", { name: "Why" }).fill("A thank you");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The points are corrected")).toBeVisible();
  await expect(page.getByText("5 points", { exact: true })).toBeVisible();
  await page.getByText("Every change").click();
  await expect(page.getByRole("listitem").filter({ hasText: "A thank you" })).toContainText("+65");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  await open(page, "/ad/audit/?kind=sales.points_corrected");
  const log = page.getByRole("table", { name: "Audit log" });
  await expect(log.getByText("Points were corrected").first()).toBeVisible();
  await setPoints(page, false);
});
