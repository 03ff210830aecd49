// A day without a free time says why, and one press leads on: to the nearest time, to the extras, to other people.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { chooseService, expectStep, givePostcode, mainAction, skipExtras } from "./journey";
import { open } from "./team";

/** The `nth` day of that name in the month after this one, which is whole and far enough away. */
async function askAbout(page: Page, weekday: string, nth = 1) {
  await page.getByRole("button", { name: "Next month" }).click();
  const days = page
    .getByRole("grid")
    .getByRole("button", { name: new RegExp(`^${weekday} .*, nothing free, see why$`) });
  await days.nth(nth).click();
}

/** A weekday of that month on which `words` are the answer: others may have booked parts of any one of them. */
async function askUntil(page: Page, words: RegExp) {
  await page.getByRole("button", { name: "Next month" }).click();
  const weekdays = /^(Mon|Tues|Wednes|Thurs|Fri)day .*, nothing free, see why$/;
  const days = page.getByRole("grid").getByRole("button", { name: weekdays });
  await expect(days.first()).toBeVisible();
  const names = await days.evaluateAll((all) =>
    all.map((day) => day.getAttribute("aria-label") ?? day.textContent ?? ""),
  );
  for (const name of names) {
    await page.getByRole("grid").getByRole("button", { name, exact: true }).click();
    const [, weekday, day] = /^(\w{3})\w* (\d+)/.exec(name) ?? [];
    await expect(
      page.getByRole("group", { name: new RegExp(`^Nothing free on ${weekday} ${day} `) }),
    ).toContainText("Maria");
    if (words.test((await answer(page).textContent()) ?? "")) return;
  }
  throw new Error(`no day of ${names.length} answers ${words.source}`);
}

async function chooseMaria(page: Page) {
  await page.getByRole("button", { name: /^Choose one of / }).click();
  await page.getByRole("radio", { name: /^Maria/ }).check();
}

const answer = (page: Page) => page.getByRole("group", { name: /^Nothing free on / });

test("a day on which nobody works: the nearest time is chosen with one press", async ({ page }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await skipExtras(page);
  await expectStep(page, "Time");
  await askAbout(page, "Sunday");
  await expect(answer(page)).toContainText("Nobody who does this works on that day.");
  await expectAccessible(page);
  const nearest = answer(page).getByRole("button", { name: /^Nearest free: / });
  const words = (await nearest.textContent()) ?? "";
  const [, day, time] = /: (.+), (\d\d:\d\d) with /.exec(words) ?? [];
  await nearest.click();
  const chosen = page
    .getByRole("group", { name: `Times on ${day}` })
    .getByRole("radio", { name: time ?? "" });
  await expect(chosen).toBeChecked();
  await expect(chosen).toBeFocused();
  await mainAction(page, `Keep ${day}, ${time}`).click();
  await expectStep(page, "Basket");
});

test("a visit too long for one person: fewer extras or somebody else", async ({ page }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await expectStep(page, "Extras");
  // Four and a half hours in all; Maria's lunch cuts her day in halves of four.
  await page.getByRole("spinbutton", { name: /^Ironing/ }).fill("4");
  await page.getByRole("spinbutton", { name: /^Inside the oven/ }).fill("1");
  await mainAction(page, "Continue").click();
  await expectStep(page, "Time");
  await chooseMaria(page);
  await expect(page.getByRole("heading", { name: /^Maria .* has no free times just now/ })).toBeVisible();
  await askUntil(page, /30 min shorter, \d\d:\d\d would fit/);
  await expect(answer(page)).toContainText(/Maria .* has no free time long enough/);
  await answer(page).getByRole("button", { name: "Change the extras" }).click();
  await expectStep(page, "Extras");
  await mainAction(page, "Continue").click();
  await chooseMaria(page);
  await askAbout(page, "Tuesday", 2);
  await answer(page).getByRole("button", { name: "See everyone's times" }).click();
  await expect(page.getByRole("group", { name: /^Times on Tue / })).toBeVisible();
});
