// Every page of the journey, in light and dark, without a fault that axe can find.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth } from "./axe";
import {
  agree,
  expectStep,
  findTime,
  giveDetails,
  givePostcode,
  mainAction,
  pressBook,
  skipExtras,
  someGuest,
} from "./journey";
import { open } from "./team";

async function walk(page: Page): Promise<void> {
  await open(page, "/booking/");
  await givePostcode(page, "nonsense");
  await expect(page.getByText(/does not look like a UK postcode/)).toBeVisible();
  await expectAccessibleInBoth(page);
  await givePostcode(page);
  await expectStep(page, "Service");
  await expectAccessibleInBoth(page);
  await page.getByRole("radio", { name: /^Regular clean/ }).check();
  await mainAction(page, "Continue").click();
  await expectStep(page, "Extras");
  await expectAccessibleInBoth(page);
  await skipExtras(page);
  await (await findTime(page, { day: 4 })).check();
  await page.getByRole("button", { name: /^Choose one of / }).click();
  await expectAccessibleInBoth(page);
  await mainAction(page, /^Keep /).click();
  await expectStep(page, "Basket");
  await expectAccessibleInBoth(page);
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await mainAction(page, "Continue").click();
  await expect(page.getByRole("group", { name: /things to put right/ })).toBeFocused();
  await expectAccessibleInBoth(page);
  await giveDetails(page, someGuest());
  await expectStep(page, "Check and book");
  await expectAccessibleInBoth(page);
  await agree(page);
  await pressBook(page);
  await expectAccessibleInBoth(page);
  await page.getByRole("link", { name: "Move or cancel this booking" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Booking / })).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: /^Move / }).click();
  await findTime(page);
  await expectAccessibleInBoth(page);
  await page.goBack();
  await page.getByRole("button", { name: /^Cancel / }).click();
  await expect(page.getByText("Cancelling now costs nothing.")).toBeVisible();
  await expectAccessibleInBoth(page);
}

test("the journey and tracking", async ({ page }) => {
  test.slow();
  await walk(page);
});

test("services, mentors and the tracking form", async ({ page }) => {
  for (const path of ["/services/", "/services/valclean/regular-clean/", "/mentors/", "/track/"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessibleInBoth(page);
  }
});
