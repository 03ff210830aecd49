// What docs/guide/customers.md shows: the way of a guest to a booking, and what stands behind the link afterwards.
import { expect, test } from "@playwright/test";
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
} from "../tests/journey";
import { phone, show, take } from "./camera";

test.use({ viewport: phone });

test("a guest books", async ({ page }) => {
  await page.goto("/booking/");
  await page.getByRole("textbox", { name: "Postcode" }).fill("SW11 1AA");
  await take(page, "booking-place");
  await givePostcode(page);
  await expectStep(page, "Service");
  await page.getByRole("radio", { name: /^Regular clean/ }).check();
  await take(page, "booking-service");
  await chooseService(page, /^Regular clean/);
  await expectStep(page, "Extras");
  await take(page, "booking-extras");
  await skipExtras(page);
  await expect(page.getByRole("grid")).toBeVisible();
  await take(page, "booking-time");
  await chooseTime(page);
  await take(page, "booking-basket");
  await mainAction(page, "Continue to your details").click();
  await expectStep(page, "Your details");
  await take(page, "booking-details");
  await giveDetails(page, {
    name: "Ada Price",
    email: "ada@example.org",
    phone: "020 7946 0321",
    street: "12 Lavender Hill",
  });
  await agree(page);
  await take(page, "booking-check");
  await pressBook(page);
  await take(page, "booking-done");
});

test("a learner looks for a mentor", async ({ page }) => {
  await show(page, "/mentors/", "mentors");
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await page.waitForURL(/\/mentors\/[\w-]+\/$/);
  await take(page, "mentor");
});
