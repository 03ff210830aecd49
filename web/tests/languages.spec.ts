// The customer's path in the other four languages on a small phone: no sentence left in English, no raw key, nothing wider
// than the screen, no button that hides part of its words; and the letter that follows.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { mailTo, postcode, someGuest } from "./journey";

type Tree = { [key: string]: string | Tree };
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const english: Tree = read("../messages/en.json");
const visits: Record<string, Record<string, string>> = read("../../server/almanac/catalog/data/visits.json");

function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

/** The words of one language by their key; plain ones alone can be looked for on a page. */
function words(locale: string) {
  const own = new Map(flat(read(`../messages/${locale}.json`)));
  const say = (key: string) => own.get(key) ?? `no ${key}`;
  const isPlain = (text: string) => !/[{<]/.test(text);
  const foreign = flat(english).flatMap(([key, text]) =>
    isPlain(text) && own.get(key) !== text && ![...own.values()].includes(text) ? [text] : [],
  );
  return { say, foreign: new Set([...foreign, ...Object.keys(visits)]) };
}

/** What stands on the page, text by text, except words marked as another language. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const box = node.parentElement;
      if (!box || box.closest("script, style, [lang]:not(html)") || !box.checkVisibility()) continue;
      const text = node.textContent?.trim();
      if (text) found.push(text);
    }
    return found;
  });

async function expectTranslated(page: Page, locale: string, foreign: Set<string>): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  const found = await texts(page);
  expect(found.filter((text) => foreign.has(text))).toEqual([]);
  expect(found.filter((text) => /^[a-z]\w*(\.[a-z]\w*){1,}$/.test(text))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const cut = await page
    .getByRole("button")
    .evaluateAll((all) =>
      all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent),
    );
  expect(cut).toEqual([]);
}

for (const locale of ["uk", "es", "fr", "de"]) {
  test(`a guest books in ${locale}, and reads nothing in English`, async ({ page }) => {
    test.slow();
    const { say, foreign } = words(locale);
    const guest = someGuest();
    const check = () => expectTranslated(page, locale, foreign);
    const bar = page.getByRole("complementary", { name: say("booking.summary.title") });
    const next = () => bar.getByRole("button").click();
    const step = (key: string) => expect(page.getByRole("heading", { level: 1 })).toHaveText(say(key));
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["", "mentors/", "track/", "login/", "signup/"]) {
      await page.goto(`/${locale}/${path}`);
      await check();
    }
    await page.goto(`/${locale}/booking/`);
    await check();
    await page.getByRole("textbox", { name: say("booking.place.label") }).fill(postcode);
    await next();
    await step("booking.service.title");
    await check();
    await page.getByRole("radio", { name: new RegExp(`^${visits["Garden care"]?.[locale]}`) }).check();
    await next();
    await step("booking.extras.title");
    await check();
    await next();
    await step("questions.title");
    await check();
    await next();
    await step("booking.time.title");
    // Days with free times end in how many there are; the others in words.
    const free = page.getByRole("grid").getByRole("button", { name: /, \d+ [^,\d]+$/ });
    await expect(free.first()).toBeVisible();
    await check();
    await free.last().click();
    await page.getByRole("radio").last().check();
    await check();
    await next();
    // Another test may have been faster: then the nearest other time is offered.
    const taken = page.getByRole("alert").getByRole("button").first();
    await expect(taken.or(page.getByRole("heading", { name: say("booking.basket.title") }))).toBeVisible();
    if (await taken.isVisible()) {
      await check();
      await taken.click();
    }
    await step("booking.basket.title");
    await check();
    await next();
    await step("booking.details.title");
    await check();
    await page.getByRole("textbox", { name: say("booking.details.name") }).fill(guest.name);
    await page.getByRole("textbox", { name: say("booking.details.email") }).fill(guest.email);
    await page.getByRole("textbox", { name: say("booking.details.phone") }).fill(guest.phone);
    await page.getByLabel(say("booking.details.line1")).fill(guest.street);
    await next();
    await step("booking.payment.title");
    await check();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await next();
    await expect(page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).first()).toBeVisible();
    await check();
    const letter = await mailTo(page, guest.email, /./);
    expect(letter.text).toContain(visits["Garden care"]?.[locale] ?? "no translation");
    expect(letter.text).not.toContain("Garden care");
    await page.getByRole("link", { name: say("booking.done.manage") }).click();
    await expect(
      page.getByRole("region", { name: visits["Garden care"]?.[locale] ?? "", exact: true }),
    ).toBeVisible();
    await check();
  });
}
