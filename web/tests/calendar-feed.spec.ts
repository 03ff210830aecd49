// One's appointments in one's own calendar: an address that a calendar reads without signing in, renewed, taken away.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { book, open, signIn } from "./team";

test("a customer's calendar reads their visits until the address is taken away", async ({
  page,
  playwright,
  baseURL,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "margaret");
  await book(page, { service: "handyman-visit", staff: "james", days: [26, 29] });
  await open(page, "/cus/dashboard/");
  const section = page.getByRole("region", { name: "In your own calendar" });
  await section.getByRole("button", { name: "Make a calendar address" }).click();
  const address = section.getByLabel("Calendar address");
  await expect(address).toBeVisible();
  const first = await address.inputValue();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // A program that signs in nowhere.
  const calendar = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const read = (url: string) => calendar.get(new URL(url).pathname);
  const answer = await read(first);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  expect(await answer.text()).toContain("SUMMARY:Handyman visit (James Okafor)");

  await section.getByRole("button", { name: "Make a new address" }).click();
  await section
    .getByRole("group", { name: "Make a new address?" })
    .getByRole("button", { name: "Make a new address" })
    .click();
  await expect(address).not.toHaveValue(first);
  await page.mouse.move(0, 0); // A word that something is done stays while it is pointed at.
  const second = await address.inputValue();
  expect((await read(first)).status()).toBe(404);
  expect((await read(second)).status()).toBe(200);

  await section.getByRole("button", { name: "Take the address away" }).click();
  await section
    .getByRole("group", { name: "Take the address away?" })
    .getByRole("button", { name: "Take the address away" })
    .click();
  await expect(section.getByRole("button", { name: "Make a calendar address" })).toBeVisible();
  expect((await read(second)).status()).toBe(404);
  await calendar.dispose();
});
