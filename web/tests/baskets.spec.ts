// Several things in one basket: a clean, a garden job and a mentor's hour become one order; a rival takes the middle one;
// two jobs are done in one visit, one after another; what was taken out comes back.
import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  findTime,
  giveDetails,
  givePostcode,
  mailTo,
  mainAction,
  postcode,
  pressBook,
  skipExtras,
  skipQuestions,
  someGuest,
} from "./journey";
import { open } from "./team";

const line = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** A clean, a garden job and a mentor's hour, each with its time; tells the starts. */
async function fill(page: Page, day: number): Promise<string[]> {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await skipExtras(page);
  await chooseTime(page, { day });
  await page.getByRole("button", { name: "Add from VALClean" }).click();
  await chooseService(page, /^Garden care/);
  await skipExtras(page);
  await skipQuestions(page);
  await chooseTime(page, { day: day + 1 });
  await page.getByRole("link", { name: "Add from Almanac Mentors" }).click();
  await chooseService(page, /^Career hour/);
  await chooseTime(page, { day: day + 2 });
  const basket = await (await page.request.get("/api/basket")).json();
  return basket.lines.map((each: { starts_at: string }) => each.starts_at);
}

test("a clean, a garden job and a mentor's hour are three visits of one order", async ({ page }) => {
  const guest = someGuest();
  await page.setViewportSize({ width: 360, height: 740 });
  await fill(page, 4);
  await expect(line(page, "Career hour")).toContainText("Almanac Mentors");
  await expect(page.getByRole("complementary", { name: "Your booking" })).toContainText("3 visits");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  const number = await pressBook(page);
  for (const name of ["Regular clean", "Garden care", "Career hour"])
    await expect(line(page, name)).toBeVisible();
  await expectAccessible(page);
  const mail = await mailTo(page, guest.email, /./);
  for (const words of [number, "Garden care", "Career hour", "Almanac Mentors"])
    expect(mail.text).toContain(words);
  await page.getByRole("link", { name: "Move or cancel this booking" }).click();
  await expect(line(page, "Career hour")).toBeVisible();
  await expect(line(page, "Garden care")).toBeVisible();
});

test("a rival takes the middle one: only that is asked again", async ({ page, playwright, baseURL }) => {
  test.skip(!process.env.ALMANAC_CLOCK_FILE, "needs a product whose clock can be moved");
  const guest = someGuest();
  const before = await fill(page, 8);
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  const file = process.env.ALMANAC_CLOCK_FILE ?? "";
  const moved = Number((await readFile(file, "utf8").catch(() => "")) || "0");
  await writeFile(file, String(moved + 16 * 60)); // Longer than a hold.
  const mine = await (await page.request.get("/api/basket")).json();
  const rival = await playwright.request.newContext(baseURL ? { baseURL } : {});
  await rival.put("/api/basket/place", { data: { business: "valclean", postcode } });
  const theirs = await (
    await rival.post("/api/basket/lines", { data: { service_id: mine.lines[1].service_id } })
  ).json();
  const took = await rival.post("/api/holds", {
    data: { line_id: theirs.lines[0].id, starts_at: before[1], staff_id: mine.lines[1].staff.id },
  });
  expect(took.ok(), await took.text()).toBe(true);
  await mainAction(page, /^Book for £/).click();
  const notice = page.getByRole("alert").filter({ hasText: "That time has just gone: Garden care" });
  await expect(notice).toBeFocused();
  await notice.getByRole("button").first().click();
  await expect(notice).toBeHidden();
  const after = await (await page.request.get("/api/basket")).json();
  const starts = after.lines.map((each: { starts_at: string }) => each.starts_at);
  expect([starts[0], starts[2]]).toEqual([before[0], before[2]]);
  for (const box of await page.getByRole("checkbox").all()) await expect(box).toBeChecked();
  await pressBook(page);
  await rival.dispose();
});

test("two jobs in one visit, one after another; what is taken out comes back", async ({ page }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Window clean/);
  await chooseTime(page, { day: 9 });
  await page.getByRole("button", { name: "Add from VALClean" }).click();
  await chooseService(page, /^Lawn mowing/);
  await skipExtras(page);
  await chooseTime(page, { day: 9, nth: 9 });
  await page.getByRole("button", { name: "Remove Window clean" }).click();
  await expect(line(page, "Window clean")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(line(page, "Window clean")).toBeVisible();
  await page.getByRole("button", { name: "Make it one visit" }).press("Enter");
  await expectStep(page, "Time");
  await expect(page.getByText("Window clean + Lawn mowing")).toBeVisible();
  await (await findTime(page, { day: 11 })).check();
  await mainAction(page, /^Keep /).click();
  await expectStep(page, "Basket");
  await expect(line(page, "Lawn mowing")).toContainText("In one visit with Window clean");
  const { lines } = await (await page.request.get("/api/basket")).json();
  expect(lines[1].starts_at).toBe(lines[0].ends_at);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Choose separate times" }).click();
  await expect(page.getByText("No time chosen yet")).toHaveCount(2);
});
