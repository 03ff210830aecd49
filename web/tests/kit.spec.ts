// The design system: readable for everyone in both schemes, and every part usable by keyboard alone.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "./axe";

for (const path of ["/", "/kit/", "/kit/area/", "/no-such-page/"]) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    await expectAccessibleInBoth(page);
  });
}

test("nothing is wider than a small phone", async ({ page }) => {
  for (const path of ["/", "/kit/", "/uk/", "/de/"]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
  }
});

test("the content policy lets the page's own scripts run and reports nothing", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/kit/");
  await page.getByRole("button", { name: "Show a message" }).click();
  await expect(page.getByText("Address saved")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("slots: arrows walk the grid and choose", async ({ page }) => {
  await page.goto("/kit/");
  const grid = page.getByRole("group", { name: /Times on/ });
  await grid.getByRole("radio", { name: "08:00" }).focus();
  await page.keyboard.press("Space");
  await expect(grid.getByRole("radio", { name: "08:00" })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(grid.getByRole("radio", { name: "08:30" })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(grid.getByRole("radio", { name: "08:30" })).not.toBeChecked();
  await page.keyboard.press("End");
  await expect(grid.getByRole("radio", { name: "18:30" })).toBeChecked();
  await expect(grid.getByRole("radio", { name: "18:30" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(grid.getByRole("radio", { name: "18:30" })).toBeChecked();
  await page.keyboard.press("Home");
  await expect(grid.getByRole("radio", { name: "08:00" })).toBeChecked();
});

test("calendar: arrows, ends of the week, months and the first bookable day", async ({ page }) => {
  await page.goto("/kit/");
  const calendar = page.getByRole("grid", { name: "June 2026" });
  await calendar.getByRole("button", { name: /Monday 8 June/ }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(calendar.getByRole("button", { name: /Monday 8 June/ })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(calendar.getByRole("button", { name: /Tuesday 16 June/ })).toBeFocused();
  await page.keyboard.press("End");
  await expect(calendar.getByRole("button", { name: /Sunday 21 June, nothing free/ })).toBeFocused();
  await page.keyboard.press("PageDown");
  const july = page.getByRole("grid", { name: "July 2026" });
  await expect(july.getByRole("button", { name: /Tuesday 21 July/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(july.getByRole("button", { name: /Tuesday 21 July/ })).toHaveAttribute("aria-pressed", "true");
});

test("a day without free times can be read but not chosen", async ({ page }) => {
  await page.goto("/kit/");
  const sunday = page
    .getByRole("grid", { name: "June 2026" })
    .getByRole("button", { name: /Sunday 14 June/ });
  await sunday.click({ force: true }); // it says that it is disabled, but can be reached
  await expect(page.getByRole("group", { name: "Times on Tue 9 June" })).toBeVisible();
});

test("a form that can't be sent says why on top, and leads to each answer", async ({ page }) => {
  await page.goto("/kit/");
  await page.getByRole("button", { name: "Save these answers" }).click();
  const summary = page.getByRole("group", { name: "There are 2 things to put right" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /Write your name/ }).click();
  await expect(page.getByRole("textbox", { name: "Your name" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Postcode" })).toHaveValue("SW1");
});

test("the chosen colours are remembered and drawn by the server", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Colours").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const answer = await page.request.get("/");
  expect(await answer.text()).toContain('data-theme="dark"');
});

test("a page address gets its slash, and keeps its language and question", async ({ request }) => {
  const answer = await request.get("/uk/kit?x=1", { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toMatch(/\/uk\/kit\/\?x=1$/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the first page is all there", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Book help at home" })).toBeVisible();
  });
});
