// A package: made by an administrator, bought by card, its visits used by code in place of a price, also of a clean that repeats,
// given back, refunded.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  giveDetails,
  givePostcode,
  mailTo,
  mainAction,
  pressBook,
  skipExtras,
  someGuest,
  toLastStep,
} from "./journey";
import { open, proven, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const buyer = someGuest("Nora Newcomer");
let code = "";
let link = "";

async function fits(page: Page): Promise<void> {
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
}

test("an administrator makes a package", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/packages/");
  await fits(page);
  await open(page, "/ad/catalogue/packages/new/");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: false }).first().fill("Three regular cleans");
  await page.getByRole("checkbox", { name: "Regular clean" }).check();
  await page.getByRole("textbox", { name: "Visits" }).fill("3");
  await page.getByRole("textbox", { name: /^Price/ }).fill("100");
  await fits(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Three regular cleans" })).toBeVisible();
});

test("a guest buys it alone and pays by card", async ({ page }) => {
  await open(page, "/packages/");
  await fits(page);
  await page.getByRole("button", { name: "Put it in the basket: Three regular cleans" }).click();
  await expectStep(page, "Basket");
  await expect(page.getByText("A package of 3 visits")).toBeVisible();
  await fits(page);
  await mainAction(page, "Continue to your details").click();
  await page.getByRole("textbox", { name: "Your name" }).fill(buyer.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(buyer.email);
  await mainAction(page, "Continue").click();
  await expectStep(page, "Check and book");
  await page.getByRole("checkbox", { name: /^I agree/ }).check();
  await mainAction(page, /^Order and pay £100/).click();
  await payWith(page, VISA);
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. It is yours" })).toBeVisible();
  await expect(page.getByText("Three regular cleans: 3 of 3 visits left")).toBeVisible();
  await fits(page);
});

test("its code comes in a letter, with a page of its own", async ({ page }) => {
  const { text } = await mailTo(page, buyer.email, /^Your package/);
  code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? "";
  link = /https?:\S+\/package\/#\S+/.exec(text)?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByText(code)).toBeVisible();
  await expect(page.getByText("3 of 3 visits left")).toBeVisible();
  await fits(page);
});

test("a visit of it pays for a clean", async ({ page }) => {
  await toLastStep(page, buyer, { day: 11 });
  await page.getByRole("button", { name: "Change booking" }).click();
  await expectStep(page, "Basket");
  await page.getByText("I have a package of visits").click();
  await page.getByRole("textbox", { name: "Code of the package" }).fill("1234-1234-1234-1234");
  await page.getByRole("textbox", { name: "Code of the package" }).press("Enter");
  await expect(page.getByText(/^We do not know this code/)).toBeVisible();
  await page.getByRole("textbox", { name: "Code of the package" }).fill(code.toLowerCase());
  await page.getByRole("textbox", { name: "Code of the package" }).press("Enter");
  await expect(page.getByText("Paid with a visit of Three regular cleans")).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: /^Pay for it instead/ }).click();
  await page.getByRole("button", { name: /^Use a visit of Three regular cleans/ }).click();
  await mainAction(page, "Continue to your details").click();
  await mainAction(page, "Continue").click();
  await expectStep(page, "Check and book");
  await expect(page.getByText("Your package pays for all of it.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^I agree/ }).check();
  const early = page.getByRole("checkbox", { name: /^Please start within 14 days/ });
  if (await early.isVisible()) await early.check();
  await fits(page);
  await mainAction(page, "Book, paid with your package").click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await fits(page);
  await open(page, "/packages/balance/");
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("button", { name: "Show what is left" }).click();
  await expect(page.getByText("2 of 3 visits left")).toBeVisible();
  await fits(page);
});

test("the rest of it pays for a clean that repeats; one is skipped and goes back", async ({ page }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await expect(page.getByText(/^(When suits you|Anything extra)/)).toBeVisible();
  if (await page.getByText("Anything extra?").isVisible()) await skipExtras(page);
  await chooseTime(page, { day: 13, nth: 1 });
  await page.getByText("Come again regularly?").click();
  await page.getByLabel("How often?").selectOption({ label: "Every week" });
  await page.getByLabel("For how long?").selectOption({ label: "1 month" });
  const shown = page.getByText(/^Every week · \d visits$/);
  await expect(shown).toBeVisible();
  const count = Number((await shown.textContent())?.match(/\d+(?= visits)/)?.[0]);
  await page.getByText("I have a package of visits").click();
  await page.getByRole("textbox", { name: "Code of the package" }).fill(code);
  await page.getByRole("textbox", { name: "Code of the package" }).press("Enter");
  // Two are left of it: the first two dates; the others cost what they cost.
  await expect(page.getByText("Paid with 2 visits of Three regular cleans")).toBeVisible();
  await expect(page.getByText(`The other ${count - 2} visits are paid as usual.`)).toBeVisible();
  const dates = page.getByRole("list", { name: "All dates" }).getByRole("listitem");
  const byPackage = page.getByText("paid by your package", { exact: true });
  await expect(dates.filter({ has: byPackage })).toHaveCount(2);
  await expect(dates.filter({ hasText: /£\d+ this time/ })).toHaveCount(count - 2);
  await fits(page);
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, someGuest("Rita Regular"));
  await agree(page);
  await expect(page.getByText(/Every week · \d visits, 2 of them paid by your package/)).toBeVisible();
  await page.getByRole("radio", { name: /^Pay on the day/ }).check();
  await fits(page);
  await pressBook(page);
  await page.getByRole("link", { name: "Move or cancel this booking" }).click();
  const panel = page.getByRole("region", { name: /^All visits: / });
  await expect(panel.getByText(/· paid by a package$/)).toHaveCount(2);

  await panel.getByRole("button", { name: "Pause" }).click();
  const from = await page.getByLabel("From", { exact: true }).inputValue();
  const until = new Date(`${from}T12:00:00Z`);
  until.setUTCDate(until.getUTCDate() + 1);
  await page.getByLabel("On again from").fill(until.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText("1 visit changes")).toBeVisible();
  await expect(page.getByText("goes back to the package", { exact: true })).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: "Pause them" }).click();
  await expect(page.getByText("Done. The visits below are as they are now.")).toBeVisible();
  await expect(panel.getByText(/· paid by a package$/)).toHaveCount(1);
  await fits(page);
  await page.goto(link);
  await expect(page.getByText("1 of 3 visits left")).toBeVisible();
});

test("an administrator sees the visit and refunds what is unused", async ({ page }) => {
  await signIn(page, "admin");
  await proven(page, "admin");
  await open(page, "/ad/packages/");
  await fits(page);
  await page.getByRole("link", { name: "Three regular cleans" }).first().click();
  await expect(page.getByRole("row", { name: /Regular clean.*booked/ })).toHaveCount(2);
  await fits(page);
  await page.getByRole("button", { name: "Refund what is unused" }).click();
  await page.getByRole("button", { name: /^Refund £33\.34/ }).click();
  await expect(page.getByText("Please say why.")).toBeVisible();
  await page.getByRole("textbox", { name: "Reason" }).fill("Moves away");
  await page.getByRole("button", { name: /^Refund £33\.34/ }).click();
  await expect(page.getByText("The money is on its way back.")).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("0 of 3 visits left")).toBeVisible();
});
