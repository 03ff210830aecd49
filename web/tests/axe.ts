// axe on the page as it stands, with a readable list when it finds something.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe in the page itself: its other way opens a page for each look, and whatever was in front stops drawing. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

async function expectNothing(found: AxeBuilder): Promise<void> {
  const { violations } = await found.analyze();
  expect(
    violations.map(
      ({ id, impact, nodes }) =>
        `${id} (${impact}): ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
    ),
  ).toEqual([]);
}

export function expectAccessible(page: Page): Promise<void> {
  return expectNothing(axeOn(page).withTags(rules));
}

/** Light or dark, with every colour arrived: they follow the wish a few frames later, those that are inherited last. */
export async function inColours(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.waitForFunction(
    (wanted) =>
      matchMedia(`(prefers-color-scheme: ${wanted})`).matches && document.getAnimations().length === 0,
    colorScheme,
  );
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** In light and dark. Only colours change between the two, so only they are looked at again. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await inColours(page, "light");
  await expectAccessible(page);
  await inColours(page, "dark");
  await expectNothing(axeOn(page).withRules(["color-contrast"]));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

/** Nothing is wider than a screen of so many pixels; the screen is as before afterwards. */
export async function expectFits(page: Page, width: number): Promise<void> {
  const before = page.viewportSize() ?? { width: 360, height: 740 };
  await page.setViewportSize({ width, height: before.height });
  const found = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(found, page.url()).toBeLessThanOrEqual(width);
  await page.setViewportSize(before);
}
