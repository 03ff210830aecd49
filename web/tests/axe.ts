// axe on the page as it stands, with a readable list when it finds something.
import { expect, type Page } from "@playwright/test";
import axe, { type RunOnly, type RunOptions } from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// How a page is drawn is the same whatever the database: the run on SQLite looks, and that on PostgreSQL saves a quarter of its
// time. Unset means yes.
const LOOKS = process.env.ALMANAC_LOOKS !== "";

/** axe comes to each document once: reading it takes longer than a look. Frames answer whatever site they are of. */
async function bring(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => "axe" in window)) continue;
    await frame.evaluate(axe.source);
    await frame.evaluate(() => window.axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] }));
  }
}

async function expectNothing(page: Page, runOnly: RunOnly): Promise<void> {
  if (!LOOKS) return;
  await bring(page);
  const faults = await page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(document, options);
      return violations.map(
        ({ id, impact, nodes }) =>
          `${id} (${impact}): ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
      );
    },
    // What is right is not told one by one, and no style sheet is fetched again: no rule of ours asks for it.
    { runOnly, resultTypes: ["violations"], preload: false } satisfies RunOptions,
  );
  expect(faults).toEqual([]);
}

/** Waits for the title first, which comes with the page's data a moment after what stands on it. One without any fails here. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/./);
  await expectNothing(page, { type: "tag", values: rules });
}

/** Light or dark, with every colour arrived: they follow the wish a few frames later, those that are inherited last. */
export async function inColours(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.waitForFunction(
    (wanted) =>
      matchMedia(`(prefers-color-scheme: ${wanted})`).matches && document.getAnimations().length === 0,
    colorScheme,
    { polling: 50 }, // a page that is not drawn just then has no frames to look at
  );
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
        setTimeout(done, 500);
      }),
  );
}

/** In light and dark. Only colours change between the two, so only they are looked at again. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  if (!LOOKS) return expectAccessible(page);
  await inColours(page, "light");
  await expectAccessible(page);
  await inColours(page, "dark");
  await expectNothing(page, { type: "rule", values: ["color-contrast"] });
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
