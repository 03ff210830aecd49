// An address is suggested while it is typed, chosen by key or by finger, and typed by hand whenever that is not possible.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  givePostcode,
  mainAction,
  pressBook,
  someGuest,
} from "./journey";
import { open, signIn } from "./team";

const list = (page: Page) => page.getByRole("listbox", { name: "Addresses" });
const street = (page: Page) => page.getByRole("combobox", { name: "House number and street" });

/** To the step of the details, with a window clean in Westminster, and everything but the address filled in. */
async function toDetails(page: Page, day: number) {
  const guest = someGuest();
  await open(page, "/booking/");
  await givePostcode(page, "SW1A 2AA");
  await chooseService(page, /^Window clean/);
  await chooseTime(page, { day, nth: 2 });
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await page.getByRole("textbox", { name: "Phone" }).fill(guest.phone);
}

test("a guest types the beginning, picks with the keyboard and books", async ({ page }) => {
  await toDetails(page, 7);
  await page.getByLabel("How do we get in?").fill("The blue door");
  await street(page).pressSequentially("10 Down");
  await expect(list(page).getByRole("option")).toHaveText([
    /^10 Downing Street/,
    /^10 Downshire Row/,
    "Type it in myself",
  ]);
  await expect(page.getByText("Google Maps", { exact: true })).toBeVisible();
  await expectFits(page, 360);
  await expectAccessibleInBoth(page);

  // Another postcode than the one the time was found for: nothing is filled in before somebody says so.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const other = page.getByRole("alert").filter({ hasText: "That address is at SW1A 1AA" });
  await expect(other.getByRole("button", { name: "Use SW1A 1AA" })).toBeVisible();
  await expectFits(page, 360);
  await expectAccessibleInBoth(page);
  await other.getByRole("button", { name: "Stay at SW1A 2AA" }).click();
  await expect(street(page)).toHaveValue("10 Down");

  await street(page).press("End");
  await street(page).pressSequentially("i");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(street(page)).toHaveValue("10 Downing Street");
  await expect(street(page)).toBeFocused();
  await expect(page.getByLabel("Town or city")).toHaveValue("London");
  await expect(page.getByLabel("How do we get in?")).toHaveValue("The blue door");
  await page.getByLabel("Flat, floor or building").fill("Flat 4");
  await mainAction(page, "Continue").click();
  await agree(page);
  await expect(page.getByText("10 Downing Street")).toBeVisible();
  await expect(page.getByText("Flat 4")).toBeVisible();
  await pressBook(page);
});

test("a postcode is changed with the address; with nobody to suggest addresses the form is typed in by hand", async ({
  page,
}) => {
  await toDetails(page, 8);
  await street(page).fill("10 Downsh");
  await page.getByRole("option", { name: /^10 Downshire Row/ }).click();
  await page.getByRole("button", { name: "Use SW1A 1AA" }).click();
  await chooseTime(page, { day: 8, nth: 3 });
  await mainAction(page, "Continue to your details").click();
  await expect(street(page)).toHaveValue("10 Downshire Row");
  await expect(page.getByText("SW1A 1AA", { exact: true }).first()).toBeVisible();

  const asked = page.waitForResponse("**/api/addresses/suggestions");
  await street(page).fill("1 Unavailable Street"); // the company's 503
  expect(await (await asked).json()).toEqual({ source: "directory", suggestions: [] });
  await expect(list(page)).toHaveCount(0);
  await page.route("**/api/addresses/**", (route) => route.abort());
  await street(page).fill("2 Unavailable Street");
  await mainAction(page, "Continue").click();
  await agree(page);
  await expect(page.getByText("2 Unavailable Street")).toBeVisible();
});

test("a customer picks an address of their own with a tap", async ({ page }) => {
  await signIn(page, "tom");
  await open(page, "/cus/addresses/");
  await page.getByRole("button", { name: "Add an address" }).click();
  await street(page).pressSequentially("Flat 2 Swan");
  await page.getByRole("option", { name: /^Flat 2, Swan Court/ }).click();
  await expect(street(page)).toHaveValue("5 Battersea Walk");
  await expect(page.getByLabel("Flat, floor or building")).toHaveValue("Flat 2, Swan Court");
  await expect(page.getByLabel("Postcode")).toHaveValue("SW11 4AA");
  await page.getByRole("button", { name: "Add this address" }).click();
  await expect(page.getByText("5 Battersea Walk, Flat 2, Swan Court, London, SW11 4AA")).toBeVisible();
});
