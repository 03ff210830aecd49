// One payment from its first try to its refund, as the team reads it; found in the list by order and by days.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { expectStep, mainAction, someGuest } from "./journey";
import { as, open, signIn } from "./team";
import { checkBooks, DECLINED, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

let number = "";
/** The day on which the payment of that row was begun, which leads to all that happened to it. */
const toPayment = (page: Page) =>
  page
    .getByRole("row")
    .nth(1)
    .getByRole("link", { name: /, \d\d:\d\d$/ });
const steps = (page: Page) => page.getByRole("region", { name: "What happened" }).getByRole("listitem");

/** A guest with a booklet in the basket, on the company's page. */
async function toThePage(page: Page): Promise<void> {
  await open(page, "/products/");
  await page.getByRole("link", { name: "Portfolio in a weekend" }).click();
  await page.getByRole("button", { name: "Put it in the basket" }).click();
  await expectStep(page, "Basket");
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  const guest = someGuest();
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await mainAction(page, "Continue").click();
  await expectStep(page, "Check and book");
  for (const box of await page.getByRole("checkbox", { name: /^(I agree|Give me)/ }).all()) await box.check();
  await mainAction(page, /^Order and pay £18/).click();
}

/** Its number, once it is paid. */
async function bought(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. It is yours" })).toBeVisible();
  return (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";
}

test("declined, then paid: both stand in the payment, with what the company told and the books", async ({
  page,
}) => {
  await toThePage(page);
  await payWith(page, DECLINED);
  await expect(page.getByRole("alert")).toContainText("was declined");
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page.getByText("Your bank said no to this card.")).toBeVisible();
  await page.getByRole("button", { name: /^Pay £.*card or wallet/ }).click();
  await payWith(page, VISA);
  number = await bought(page);

  await as(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("link", { name: "Every try to pay" }).click();
  await expect(page.getByRole("row")).toHaveCount(2); // its head and the one
  await toPayment(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payment of £18.00" })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(steps(page)).toHaveCount(4, { timeout: 3_000 }); // the fee comes with the company's message
  }).toPass();
  await expect(steps(page).nth(0)).toContainText("Page to pay on opened");
  await expect(steps(page).nth(1)).toContainText(/Declined.*£18\.00.*the bank gives no reason/s);
  await expect(steps(page).nth(2)).toContainText(/Money arrived.*£18\.00/s);
  await expect(steps(page).nth(3)).toContainText("Fee kept by the company");
  const told = page.getByRole("region", { name: "Messages of Stripe" }).getByRole("listitem");
  await told
    .filter({ hasText: "checkout.session.completed" })
    .getByRole("button", { name: "Look again" })
    .click();
  await expect(told.filter({ hasText: "checkout.session.completed" })).toContainText("Looked after");
  await expect(steps(page)).toHaveCount(4);
  await expect(page.getByRole("region", { name: "Books" }).first()).toContainText("capture");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
});

test("money that goes back is a step with who gave it and where it stands", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await page.getByRole("button", { name: "Give money back" }).click();
  await page.getByRole("textbox", { name: /, in GBP$/ }).fill("3");
  await page.getByRole("textbox", { name: "Reason" }).fill("A page was missing");
  await page.getByRole("button", { name: "Give £3.00 back" }).click();
  await expect(page.getByText("The money goes back", { exact: true })).toBeVisible();
  await open(page, `/ad/payments/?number=${number}`);
  await toPayment(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payment of £18.00" })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(steps(page).filter({ hasText: "Money went back" })).toContainText("£3.00", {
      timeout: 3_000,
    });
  }).toPass();
  await expect(steps(page).filter({ hasText: "Money is to go back" })).toContainText(/by hand/);
  await expect(steps(page).filter({ hasText: "Money is to go back" })).toContainText("A page was missing");
  await expect(page.getByText("£15.00")).toBeVisible();
});

test("the list by days and by the beginning of a number; days the wrong way round say so", async ({
  page,
}) => {
  await signIn(page, "admin");
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "/ad/payments/");
  await page.getByRole("searchbox", { name: "Order number" }).fill(number.slice(0, -2).toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(1);
  await page.getByLabel("From").fill("2001-01-01");
  await page.getByLabel("Until").fill("2001-01-02");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("There is none like this.")).toBeVisible();
  await page.getByLabel("Until").fill("2000-01-01");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText(/^The last day comes before the first/)).toBeVisible();
  await page.getByRole("link", { name: "All payments" }).click();
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(1);
  await expectAccessibleInBoth(page);
  await open(page, "/ad/payments/00000000-0000-7000-8000-000000000000/");
  await expect(page.getByRole("heading", { level: 1, name: /not (here|there|found)/i })).toBeVisible();
});

test("a warning of fraud stands in the list and in the payment until the money went back", async ({
  page,
}) => {
  await toThePage(page);
  await payWith(page, "4000 0000 0000 5423"); // its bank reports fraud at once
  const warned = await bought(page);
  await as(page, "admin");
  await page.setViewportSize({ width: 1440, height: 900 });
  const row = page.getByRole("row").filter({ hasText: warned });
  await expect(async () => {
    await open(page, `/ad/payments/?number=${warned}`);
    await expect(row).toContainText("Warned of fraud", { timeout: 3_000 });
  }).toPass();
  await toPayment(page).click();
  await expect(page.getByText("What you give back now cannot be disputed later")).toBeVisible();
  await expect(steps(page).filter({ hasText: "warns of fraud" })).toContainText(
    "the card’s owner did not use it",
  );
  await expectAccessibleInBoth(page);
  await page.getByRole("link", { name: "To the order" }).click();
  await page.getByRole("button", { name: "Give money back" }).click();
  await page.getByRole("textbox", { name: /, in GBP$/ }).fill("18");
  await page.getByRole("textbox", { name: "Reason" }).fill("Their bank warned us");
  await page.getByRole("button", { name: "Give £18.00 back" }).click();
  await expect(page.getByText("The money goes back", { exact: true })).toBeVisible();
  await open(page, `/ad/payments/?number=${warned}`);
  await expect(row).toContainText("Paid");
});
