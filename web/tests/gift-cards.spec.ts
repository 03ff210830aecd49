// A gift card: bought by card for somebody, sent with its code, spent on a clean, its rest on another; given by hand and voided.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { expectStep, mailTo, mainAction, someGuest, toLastStep } from "./journey";
import { open, proven, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const buyer = someGuest("Nora Newcomer");
const gran = someGuest("Gran Price");
let code = "";
let link = "";

async function fits(page: Page): Promise<void> {
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
}

async function typeCode(page: Page, typed: string): Promise<void> {
  await page.getByText(/^(I have a gift card|Another gift card)$/).click();
  await page.getByRole("textbox", { name: "Code of the gift card" }).fill(typed);
  await page.getByRole("textbox", { name: "Code of the gift card" }).press("Enter");
}

test("a guest buys one for somebody and pays by card", async ({ page }) => {
  await open(page, "/gift-cards/");
  await fits(page);
  await page.getByRole("radio", { name: "Another amount" }).check();
  await page.getByRole("textbox", { name: "Amount in GBP" }).fill("5");
  await page.getByRole("button", { name: "Put it in the basket" }).click();
  await expect(page.getByRole("link", { name: "Choose an amount from £10 to £500." })).toBeVisible();
  await page.getByRole("radio", { name: "£50" }).check();
  await page.getByRole("textbox", { name: "Who is it for?" }).fill(gran.name);
  await page.getByRole("textbox", { name: "Their e-mail" }).fill(gran.email);
  await page.getByRole("textbox", { name: "From" }).fill(buyer.name);
  await page.getByRole("textbox", { name: "A few words" }).fill("Put your feet up.");
  await page.getByRole("button", { name: "Put it in the basket" }).click();
  await expectStep(page, "Basket");
  await expect(page.getByText(`For ${gran.name}`)).toBeVisible();
  await fits(page);
  await mainAction(page, "Continue to your details").click();
  await page.getByRole("textbox", { name: "Your name" }).fill(buyer.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(buyer.email);
  await mainAction(page, "Continue").click();
  await expectStep(page, "Check and book");
  await page.getByRole("checkbox", { name: /^I agree/ }).check();
  await mainAction(page, /^Order and pay £50/).click();
  await payWith(page, VISA);
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. It is yours" })).toBeVisible();
  await expect(page.getByText(`Sent to ${gran.email}`)).toBeVisible();
  await fits(page);
});

test("who it is for has the code in a letter, and a page to print", async ({ page }) => {
  const { text } = await mailTo(page, gran.email, /^A gift card for you/);
  code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? "";
  link = /https?:\S+\/gift-card\/#\S+/.exec(text)?.[0] ?? "";
  const sold = await mailTo(page, buyer.email, /^Your gift card is paid/);
  expect(sold.text).not.toContain(code);
  await page.goto(link);
  await expect(page.getByText("Put your feet up.")).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
  await fits(page);
});

test("it pays for a clean whole, and what is left stays on it", async ({ page }) => {
  await toLastStep(page, gran, { day: 9 });
  await typeCode(page, "1234-1234-1234-1234");
  await expect(page.getByText("We do not know this code. It has 16 letters and digits.")).toBeVisible();
  await page.getByRole("textbox", { name: "Code of the gift card" }).fill(code.toLowerCase());
  await page.getByRole("textbox", { name: "Code of the gift card" }).press("Enter");
  await expect(page.getByText(/^Gift card …\w{4} pays £48\.00$/)).toBeVisible();
  await expect(page.getByText("£2.00 stays on it.")).toBeVisible();
  await fits(page);
  await mainAction(page, "Book, paid by gift card").click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await expect(page.getByText(/^£48\.00 paid, gift card/)).toBeVisible();
  await open(page, "/gift-cards/balance/");
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("button", { name: "Show what is left" }).click();
  await expect(page.getByText("£2.00")).toBeVisible();
  await fits(page);
});

test("the rest pays a part of the next one", async ({ page }) => {
  await toLastStep(page, someGuest(), { day: 10 });
  await typeCode(page, code);
  await expect(page.getByText(/^Gift card …\w{4} pays £2\.00$/)).toBeVisible();
  await page.getByRole("radio", { name: /^Pay on the day/ }).check();
  await mainAction(page, /^Book for £46/).click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await expect(page.getByText("You pay £46 on the day.")).toBeVisible();
});

test("an administrator sees every movement, gives one and voids it", async ({ page }) => {
  await signIn(page, "admin");
  await proven(page, "admin");
  await open(page, "/ad/gift-cards/");
  await fits(page);
  await page
    .getByRole("link", { name: `…${code.slice(-4)}` })
    .first()
    .click();
  await expect(page.getByRole("row", { name: /Spent.*£48\.00.*£2\.00/ })).toBeVisible();
  await fits(page);
  await open(page, "/ad/gift-cards/new/");
  await page.getByRole("button", { name: "Give the card" }).click();
  await expect(page.getByRole("link", { name: "Please say why." })).toBeVisible();
  await page.getByRole("textbox", { name: "Amount in GBP" }).fill("20");
  await page.getByRole("textbox", { name: "Reason" }).fill("We came late");
  await page.getByRole("button", { name: "Give the card" }).click();
  await expect(page.getByText("The card is given")).toBeVisible();
  await fits(page);
  await page.getByRole("link", { name: "See the card" }).click();
  await page.getByRole("button", { name: "Void this card" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Given twice");
  await page.getByRole("button", { name: "Void it, £20.00 gone" }).click();
  await expect(page.getByText("The card is voided")).toBeVisible();
  await expect(page.getByRole("row", { name: /Voided.*£20\.00.*£0\.00/ })).toBeVisible();
});
