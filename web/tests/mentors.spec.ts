// Looking for a mentor: by words, subject, language, price and time, with scripts and without, up to a session booked.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "./axe";
import { agree, chooseTime, expectStep, mainAction, someGuest } from "./journey";

const names = [
  "Olena Shevchenko",
  "Priya Nair",
  "David Brooks",
  "Jonas Weber",
  "Lucía Ortega",
  "Claire Fontaine",
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(`scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("words and filters find mentors, and stand in the address", async ({ page }) => {
      await page.goto("/mentors/");
      const found = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
      await expect(found).toHaveCount(names.length);
      expect(new Set(await found.allTextContents())).toEqual(new Set(names));
      await expect(page.getByText("Recommended", { exact: true })).toHaveCount(2);

      await page.getByRole("searchbox", { name: "What do you want to get better at?" }).fill("LUCIA shop");
      await page.getByRole("button", { name: "Show mentors" }).click();
      await expect(page).toHaveURL(/\/mentors\/\?text=LUCIA\+shop$/);
      await expect(found).toHaveText(["Lucía Ortega"]);

      await page.getByRole("link", { name: "Show everybody" }).click();
      await expect(page).toHaveURL(/\/mentors\/$/);
      await expect(page.getByRole("searchbox")).toHaveValue("");
      await page.getByText("More ways to choose").click();
      await page.getByRole("combobox", { name: "Language" }).selectOption({ label: "Ukrainian" });
      await page.getByRole("combobox", { name: "In which order" }).selectOption("price");
      await page.getByRole("button", { name: "Show mentors" }).click();
      await expect(page).toHaveURL(/\/mentors\/\?language=uk&order=price$/);
      await expect(found).toHaveText(["Olena Shevchenko"]);
      await expect(page.getByText("1 filter is set")).toBeVisible();

      await page.getByRole("combobox", { name: "Language" }).selectOption("");
      await page.getByRole("combobox", { name: "Price of a session" }).selectOption({ label: "up to £20" });
      await page.getByRole("button", { name: "Show mentors" }).click();
      await expect(page).toHaveURL(/price=GBP-2000/);
      await expect(found).toHaveText(["Priya Nair", "Olena Shevchenko"]);

      await page.getByRole("combobox", { name: "Subject" }).selectOption({ label: "Writing (1)" });
      await page.getByRole("button", { name: "Show mentors" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "Nobody fits all of that" })).toBeVisible();
    });

    test("a profile names the sessions, the price and the next free times", async ({ page }) => {
      await page.goto("/mentors/");
      await page.getByRole("link", { name: "Jonas Weber" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Jonas Weber" })).toBeVisible();
      await expect(page.getByText("Speaks German and English")).toBeVisible();
      const session = page.getByRole("main").getByRole("listitem").filter({ hasText: "Hour for new leads" });
      await expect(session.getByText("€95")).toBeVisible();
      await expect(session.getByText("One-to-one")).toBeVisible();
      const times = session.getByRole("list").getByRole("listitem");
      await expect(times).toHaveCount(4);
      // Without scripts nobody knows the reader's clock.
      await expect(times.first()).toHaveText(
        javaScriptEnabled ? /\(\d\d:\d\d in Berlin\)$/ : /, Berlin time$/,
      );
    });
  });
}

test("an address of nobody says so, and one of a cleaner is theirs", async ({ page }) => {
  expect((await page.goto("/mentors/maria/"))?.status()).toBe(404);
  await page.goto("/people/valclean/maria/");
  await expect(page.getByRole("heading", { level: 1, name: "Maria Kowalska" })).toBeVisible();
  await expect(page.getByText("At your address").first()).toBeVisible();
  await page.goto("/people/mentors/olena/");
  await expect(page).toHaveURL(/\/mentors\/olena\/$/);
});

test("a biography in another language is marked as such", async ({ page }) => {
  await page.goto("/de/mentors/olena/");
  await expect(page.getByRole("heading", { level: 2, name: "Über Olena Shevchenko" })).toBeVisible();
  await expect(page.locator("[lang=en]").filter({ hasText: "Led design teams" })).toBeVisible();
  await page.goto("/uk/mentors/olena/");
  await expect(page.locator("[lang=uk]").filter({ hasText: "П’ятнадцять років" }).first()).toBeVisible();
});

test("everything is done with the keyboard", async ({ page }) => {
  await page.goto("/mentors/");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("paris");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/text=paris/);
  const name = page.getByRole("link", { name: "Claire Fontaine" });
  for (let presses = 0; presses < 30; presses += 1) {
    if (await name.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(name).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Claire Fontaine" })).toBeVisible();
});

test("list and profiles have no fault axe can find", async ({ page }) => {
  for (const path of ["/mentors/?expertise=design", "/mentors/olena/", "/people/valclean/maria/"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessibleInBoth(page);
  }
});

test.describe("on a clock of one's own", () => {
  test.use({ timezoneId: "America/New_York" });
  test("from the profile to a session booked", async ({ page }) => {
    const guest = someGuest();
    await page.goto("/mentors/claire/");
    await page.getByRole("link", { name: "Book Your text, read aloud with Claire Fontaine" }).click();
    await expectStep(page, "Service");
    await expect(page.getByRole("radio", { name: /^Your text, read aloud/ })).toBeChecked();
    await mainAction(page, "Continue").click();
    await chooseTime(page, { day: 2 });
    await mainAction(page, "Continue to your details").click();
    await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
    await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
    await page.getByRole("textbox", { name: "Phone" }).fill("+1 212 555 0123");
    await mainAction(page, "Continue").click();
    await agree(page);
    await mainAction(page, /^Book for €70/).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Booked/ })).toBeVisible();
  });
});
