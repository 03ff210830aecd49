// How a picture of the guides is taken: the page at rest, light colours, as much of it as its reader needs.
import { join } from "node:path";
import type { Page } from "@playwright/test";

const folder = process.env.ALMANAC_PICTURES;

export const phone = { width: 360, height: 740 };
export const desk = { width: 1180, height: 800 };

/** Saves what stands in the window as docs/guide/pictures/<name>.png; nothing moves and nothing has the focus. */
export async function take(page: Page, name: string): Promise<void> {
  if (!folder) throw new Error("ALMANAC_PICTURES names no folder: use `make guide`");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide" });
}

/** Opens a page of the product and takes its picture. */
export async function show(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await take(page, name);
}
