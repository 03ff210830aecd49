// Sold without a time: a booklet by itself and beside a clean, paid by card, downloaded by whoever bought it and by nobody
// else; made and put away by an administrator, taken back with the money.
import { readFile } from "node:fs/promises";
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
  skipExtras,
  someGuest,
} from "./journey";
import { open, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const BOOKLET = "Portfolio in a weekend";
let guest = someGuest();
let link = "";

async function putInBasket(page: Page): Promise<void> {
  await open(page, "/products/");
  await page.getByRole("link", { name: BOOKLET }).click();
  await page.getByRole("button", { name: "Put it in the basket" }).click();
  await expectStep(page, "Basket");
}

async function payByCard(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: /^Pay GBP/ })).toBeVisible();
  await payWith(page, VISA);
}

async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download portfolio-in-a-weekend.pdf" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("portfolio-in-a-weekend.pdf");
  return (await readFile(await file.path())).toString("latin1");
}

test("the shelf and a booklet's page fit, read well, and lead to each other", async ({ page }) => {
  await open(page, "/products/");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("link", { name: BOOKLET }).click();
  await expect(page.getByRole("heading", { level: 1, name: BOOKLET })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("link", { name: /^By Olena/ }).click();
  await expect(page.getByRole("heading", { name: /^Booklets by Olena/ })).toBeVisible();
  await expect(page.getByRole("link", { name: BOOKLET })).toBeVisible();
});

test("a guest buys it alone: two details, one page to pay on, and it is theirs", async ({ page }) => {
  await putInBasket(page);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await expect(page.getByRole("textbox")).toHaveCount(2);
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await mainAction(page, "Continue").click();
  await expectStep(page, "Check and book");
  await expect(page.getByRole("heading", { name: /^Pay now/ })).toBeVisible();
  await page.getByRole("checkbox", { name: /^I agree/ }).check();
  await mainAction(page, /^Order and pay £18/).click();
  await expect(page.getByRole("link", { name: "Tick this box to get the download." })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("checkbox", { name: /^Give me the download/ }).check();
  await mainAction(page, /^Order and pay £18/).click();
  await payByCard(page);
  await expect(page.getByRole("heading", { level: 1, name: "Thank you. It is yours" })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  expect(await download(page)).toMatch(/^%PDF-/);
  await expect(page.getByText("You can download it 29 more times.")).toBeVisible();
});

test("the letter leads back to it", async ({ page }) => {
  const { text } = await mailTo(page, guest.email, /^Your download is ready: Portfolio/);
  link = /https?:\S+\/track\/#\S+/.exec(text)?.[0] ?? "";
  await page.goto(link);
  expect(await download(page)).toContain("%%EOF");
  await expectAccessibleInBoth(page);
});

test("a clean and a booklet in one basket, one order, one payment", async ({ page }) => {
  guest = someGuest();
  await putInBasket(page);
  await page.getByRole("button", { name: /^Add from VALClean|^Add another/ }).click();
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await skipExtras(page);
  await chooseTime(page, { day: 8 });
  await expect(page.getByRole("region", { name: BOOKLET })).toBeVisible();
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  await expect(
    page.getByText("With a download, a gift card or a package in the basket, all of it is paid now."),
  ).toBeVisible();
  await mainAction(page, /^Book and pay £66/).click();
  await payByCard(page);
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  expect(await download(page)).toMatch(/^%PDF-/);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
});

test("given back by the team, it is gone from the buyer's order", async ({ page }) => {
  await page.goto(link);
  const number = /[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(
    (await page.getByRole("heading", { level: 1 }).textContent()) ?? "",
  )?.[0];
  await signIn(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("Delivered")).toBeVisible();
  await page.getByRole("button", { name: "Give money back" }).click();
  await page.getByRole("textbox", { name: /, in GBP$/ }).fill("18");
  await page.getByRole("textbox", { name: "Reason" }).fill("Bought twice");
  await page.getByRole("button", { name: "Give £18.00 back" }).click();
  await expect(async () => {
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByText("Given back: the money went back to you.")).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: /^Download/ })).toHaveCount(0);
});

test("an administrator makes one, gives it a PDF, and puts it away", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/products/");
  await expectAccessibleInBoth(page);
  await page.getByRole("link", { name: "New download" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Choose one." })).toBeVisible();
  await page.getByRole("combobox", { name: "Who made it" }).selectOption({ label: "Olena Shevchenko" });
  await page.getByRole("textbox", { name: "Name" }).first().fill("Ten honest questions");
  await page.getByRole("textbox", { name: /^Price in GBP/ }).fill("6.50");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("There is no file yet, so nobody can buy it.")).toBeVisible();
  const file = page.getByLabel("Add a PDF");
  await file.setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("PK not one") });
  await expect(page.getByText("This is not a PDF. Please choose one.")).toBeVisible();
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  await file.setInputFiles({ name: "ten.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByRole("link", { name: "ten.pdf" })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await open(page, "/products/ten-honest-questions/");
  await expect(page.getByText("£6.50")).toBeVisible();
  await open(page, "/ad/catalogue/products/");
  await page.getByRole("link", { name: "Ten honest questions" }).click();
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText(/is put away/)).toBeVisible();
  expect((await page.goto("/products/ten-honest-questions/"))?.status()).toBe(404);
});
