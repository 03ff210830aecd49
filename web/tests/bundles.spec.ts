// A bundle: made by an administrator, booked by a guest as one visit by one person, at the price that was shown; incomplete, it
// says so; by phone it goes in by the same door.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  giveDetails,
  givePostcode,
  mainAction,
  pressBook,
  skipExtras,
  someGuest,
} from "./journey";
import { open, signIn } from "./team";

test.describe.configure({ mode: "serial" });

const name = `Fresh start ${crypto.randomUUID().slice(0, 6)}`;
const guest = someGuest("Bella Bundle");

async function fits(page: Page): Promise<void> {
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
}

/** From the first page into the basket: every service is asked about before the one time of all. */
async function toBasket(page: Page, day: number): Promise<void> {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, new RegExp(`^${name}`));
  await skipExtras(page);
  await chooseTime(page, { day });
}

test("an administrator makes a bundle", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/bundles/");
  await fits(page);
  await open(page, "/ad/catalogue/bundles/new/");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: false }).first().fill(name);
  const add = page.getByRole("combobox", { name: /^Add a service/ });
  await add.selectOption({ label: "Window clean" });
  await add.selectOption({ label: "Regular clean" });
  await page.getByRole("button", { name: /^Move Regular clean up/ }).click();
  await page.getByRole("combobox", { name: "When they are done" }).selectOption("in_a_row");
  await page.getByRole("checkbox", { name: "One person does all of it" }).check();
  await page.getByRole("textbox", { name: /^Percent off/ }).fill("10");
  await fits(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await expect(page.getByText("2 services, in one visit, 10% off").first()).toBeVisible();
});

test("it stands among what can be booked", async ({ page }) => {
  await open(page, "/services/");
  await expect(page.getByRole("heading", { name: "Booked together" })).toBeVisible();
  await fits(page);
  await page.getByRole("link", { name: `Book this: ${name}` }).click();
  await givePostcode(page);
  await expectStep(page, "Service");
  await expect(page.getByRole("radio", { name: new RegExp(`^${name}`) })).toBeChecked();
  await fits(page);
});

test("a guest books it as one visit by one person, for what was shown", async ({ page }) => {
  await toBasket(page, 4);
  const bundle = page.getByRole("region", { name: `Bundle: ${name}` });
  await expect(bundle.getByText("You save £8.30")).toBeVisible();
  await expect(bundle.getByText("In one visit with Window clean")).toBeVisible();
  await expect(bundle.getByRole("rowheader", { name: `Bundle: ${name}` })).toHaveCount(2);
  await fits(page);
  const basket = await (await page.request.get("/api/basket")).json();
  expect(basket.total_amount).toBe(8300 - 830);
  expect(new Set(basket.lines.map((line: { staff: { id: string } }) => line.staff.id)).size).toBe(1);
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  await expect(mainAction(page, "Book for £74.70")).toBeVisible();
  await fits(page);
  const number = await pressBook(page);
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByText(`Part of the bundle ${name}`)).toHaveCount(2);
});

test("without one of its services nothing comes off, and with it again it does", async ({ page }) => {
  await toBasket(page, 6);
  const bundle = page.getByRole("region", { name: `Bundle: ${name}` });
  await page.getByRole("button", { name: "Remove Window clean", exact: true }).click();
  await expect(bundle.getByText("Bundle incomplete: the saving needs all of its services")).toBeVisible();
  await expect(bundle.getByText(/^You save/)).toHaveCount(0);
  await fits(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(bundle.getByText(/all of its services in one visit/)).toBeVisible();
  await page.getByRole("button", { name: "Make it one visit" }).click();
  await chooseTime(page, { day: 6 });
  await expect(bundle.getByText("You save £8.30")).toBeVisible();
  await page.getByRole("button", { name: `Remove all of it: ${name}` }).click();
  await expectStep(page, "Service");
});

test("by phone it goes in by the same door, with one time for all", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  const select = page.getByLabel("Service", { exact: true });
  const label = await select.locator("option").filter({ hasText: name }).first().textContent();
  await select.selectOption({ label: label ?? "" });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(`Bundle: ${name}`)).toHaveCount(2);
  await expect(page.getByRole("heading", { name: /Regular clean \+ Window clean/ })).toBeVisible();
  await fits(page);
});
