// Every page of the journey, in light and dark, without a fault that axe can find.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
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

async function walk(page: Page, nth: number): Promise<void> {
  await page.goto("/booking/");
  await givePostcode(page, "nonsense");
  await expect(page.getByText(/does not look like a UK postcode/)).toBeVisible();
  await expectAccessible(page);
  await givePostcode(page);
  await expectStep(page, "Service");
  await expectAccessible(page);
  await page.getByRole("radio", { name: /^Regular clean/ }).check();
  await mainAction(page, "Continue").click();
  await expectStep(page, "Extras");
  await expectAccessible(page);
  await skipExtras(page);
  await (await findTime(page, { day: 4, nth })).check();
  await page.getByRole("button", { name: /^Choose one of / }).click();
  await expectAccessible(page);
  await mainAction(page, /^Keep /).click();
  await expectStep(page, "Basket");
  await expectAccessible(page);
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await mainAction(page, "Continue").click();
  await expect(page.getByRole("group", { name: /things to put right/ })).toBeFocused();
  await expectAccessible(page);
  await giveDetails(page, someGuest());
  await expectStep(page, "Check and book");
  await expectAccessible(page);
  await agree(page);
  await pressBook(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Move or cancel this booking" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Booking / })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Move / }).click();
  await findTime(page);
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole("button", { name: /^Cancel / }).click();
  await expect(page.getByText("Cancelling now costs nothing.")).toBeVisible();
  await expectAccessible(page);
}

for (const [index, colorScheme] of (["light", "dark"] as const).entries()) {
  test(`the journey and tracking, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await walk(page, index * 2);
  });

  test(`services, mentors and the tracking form, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of ["/services/", "/services/valclean/regular-clean/", "/mentors/", "/track/"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
}
