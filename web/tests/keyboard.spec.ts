// The whole journey without a mouse, through a basket of a clean and a mentor's hour: only keys that a keyboard has, only
// what the focus reaches.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectStep, someGuest } from "./journey";
import { open } from "./team";

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${target}`);
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** Takes a time of the first free day after `skipped` others. */
async function pickTime(page: Page, skipped: number): Promise<void> {
  await expectStep(page, "Time");
  const days = page.getByRole("grid").getByRole("button", { name: /\d free times?$/ });
  await tabTo(page, days.first());
  const focused = page.locator(":focus");
  for (let left = skipped, press = 0; left > 0 && press < 31; press += 1) {
    await page.keyboard.press("ArrowRight");
    if (/\d free times?$/.test((await focused.getAttribute("aria-label")) ?? "")) left -= 1;
  }
  await page.keyboard.press("Enter");
  const times = page.getByRole("group", { name: /^Times on / }).getByRole("radio");
  await tabTo(page, times.first());
  await page.keyboard.press("Space");
  if ((await times.count()) > 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expectStep(page, "Basket");
}

test("a guest books a clean and a mentor's hour by keyboard alone", async ({ page }) => {
  const guest = someGuest("Kay Board");
  await open(page, "/booking/");
  await tabTo(page, page.getByRole("textbox", { name: "Postcode" }));
  await page.keyboard.type("sw11 1aa");
  await page.keyboard.press("Enter");

  await expectStep(page, "Service");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Deep clean/ })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");

  await expectStep(page, "Extras");
  await tabTo(page, button(page, "Continue without extras"));
  await page.keyboard.press("Enter");

  await pickTime(page, 1);
  await tabTo(page, page.getByRole("link", { name: "Add from Almanac Mentors" }));
  await page.keyboard.press("Enter");

  await expectStep(page, "Service");
  const hour = page.getByRole("radio", { name: /^Career hour/ });
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  for (let press = 0; press < 20 && !(await hour.isChecked()); press += 1)
    await page.keyboard.press("ArrowDown");
  await expect(hour).toBeChecked();
  await page.keyboard.press("Enter");
  await pickTime(page, 0);

  await tabTo(page, button(page, "Continue to your details"));
  await page.keyboard.press("Enter");

  await expectStep(page, "Your details");
  const answers: [string, string][] = [
    ["Your name", guest.name],
    ["E-mail", guest.email],
    ["Phone", guest.phone],
    ["House number and street", guest.street],
  ];
  for (const [label, answer] of answers) {
    const field = page.getByRole("textbox", { name: label });
    await tabTo(page, field.or(page.getByRole("combobox", { name: label })));
    await page.keyboard.type(answer);
  }
  await page.keyboard.press("Enter");

  await expectStep(page, "Check and book");
  for (const box of await page.getByRole("checkbox").all()) {
    await tabTo(page, box);
    await page.keyboard.press("Space");
  }
  await tabTo(page, button(page, /^Book for £/));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeFocused();
});
