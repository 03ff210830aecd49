// Settings in the browser: typed, seen in the preview, saved, seen by visitors at once, and put back; two tabs at the same
// thing lose nothing; who is no administrator is refused.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { call, open, ready, send, signIn } from "./team";

// All of it is about the mentors' business, whose words no other test reads.
test.describe.configure({ mode: "serial" });

const MENTORS = "/ad/settings/mentors/";
const BRAND = "/api/businesses/mentors/brand";
const mark = () => crypto.randomUUID().slice(0, 6);
type Brand = { tagline: Record<string, string>; accent: string; revision: number };

const accentOf = (page: Page, scheme: "light" | "dark") =>
  page
    .getByTestId(`preview-${scheme}`)
    .evaluate((element) => getComputedStyle(element).getPropertyValue("--accent").trim());
const door = (page: Page) =>
  page
    .locator("[data-brand='mentors']")
    .filter({ has: page.getByRole("heading", { name: "Find a mentor" }) });

test("a colour, a line and a rule: previewed, saved, seen, and put back", async ({ page, browser }) => {
  const line = `An hour well spent, ${mark()}`;
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, "admin");
  await open(page, "/ad/settings/");
  await page.getByRole("link", { name: "Almanac Mentors" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Almanac Mentors" })).toBeVisible();
  await ready(page);
  const before = await call<Brand>(page, "GET", BRAND);
  await expectAccessible(page);

  // The preview follows while nothing is saved; a pale colour is made readable in light, and stays itself in the dark.
  await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#F2C14E");
  await page.getByLabel("Line below the name (English)").fill(line);
  await expect.poll(() => accentOf(page, "dark")).toBe("#f2c14e");
  await expect.poll(() => accentOf(page, "light")).not.toBe("#f2c14e");
  await expect(page.getByText(/In light: shown as #\w{6} so that it reads, contrast [4-9]/)).toBeVisible();
  await expect(page.getByTestId("preview-light")).toContainText(line);
  await page.getByRole("textbox", { name: "How far ahead at most (days)" }).fill("731");
  await page.getByRole("button", { name: "Save: Booking rules" }).click();
  await expect(page.getByRole("group", { name: /to put right/ })).toContainText("Choose between 1 and 730.");
  await page.getByRole("textbox", { name: "How far ahead at most (days)" }).fill("91");
  await expect(page.getByTestId("preview-dark")).toContainText("up to 91 days");
  expect((await call<Brand>(page, "GET", BRAND)).accent).toBe(before.accent);

  await page.getByRole("button", { name: "Save: Booking rules" }).click();
  await expect(page.getByText("Booking rules: saved")).toBeVisible();
  await page.getByRole("button", { name: "Save the brand" }).click();
  await expect(page.getByText("Almanac Mentors: saved")).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await open(guest, "/");
  await expect(door(guest)).toContainText(line);
  const shown = () =>
    door(guest).evaluate((element) => element.style.getPropertyValue("--brand-accent-dark"));
  expect(await shown()).toBe("#f2c14e");
  await open(page, "/ad/audit/?kind=business.brand_changed");
  await expect(page.getByText(line).first()).toBeVisible();

  await open(page, MENTORS);
  await page.getByRole("textbox", { name: "Colour", exact: true }).fill(before.accent);
  await page.getByLabel("Line below the name (English)").fill(before.tagline.en ?? "");
  await page.getByRole("button", { name: "Save the brand" }).click();
  await expect(page.getByText("Almanac Mentors: saved")).toBeVisible();
  await page.getByRole("button", { name: "How far ahead at most (days): back to the standard" }).click();
  await expect(page.getByRole("textbox", { name: "How far ahead at most (days)" })).toHaveValue("90");
  await page.getByRole("button", { name: "Save: Booking rules" }).click();
  await expect(page.getByText("Booking rules: saved")).toBeVisible();
  await open(guest, "/");
  await expect(door(guest)).toContainText(before.tagline.en ?? "");
  await guest.context().close();
});

test("two tabs: both are shown, nothing is lost", async ({ page }) => {
  const [first, second, french] = [`First ${mark()}`, `Second ${mark()}`, `Une heure ${mark()}`];
  await signIn(page, "admin");
  const before = await call<Brand>(page, "GET", BRAND);
  await open(page, MENTORS);
  const other = await page.context().newPage();
  await open(other, MENTORS);
  const english = (tab: Page) => tab.getByRole("textbox", { name: "Line below the name (English)" });

  await english(other).fill(first);
  await other.getByText("Line below the name: other languages").click();
  await other.getByLabel("Line below the name (French)").fill(french);
  await other.getByRole("button", { name: "Save the brand" }).click();
  await expect(other.getByText("Almanac Mentors: saved")).toBeVisible();

  await english(page).fill(second);
  await page.getByRole("button", { name: "Save the brand" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "Somebody else saved this" });
  await expect(notice).toBeFocused();
  await expect(notice).toContainText(first);
  await expect(notice).toContainText(second);
  await expect(english(page)).toHaveValue(second);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Save the brand" }).click();
  await expect(page.getByText("Almanac Mentors: saved")).toBeVisible();
  const both = await call<Brand>(page, "GET", BRAND);
  expect(both.tagline).toEqual({ ...before.tagline, en: second, fr: french });
  await call(page, "PUT", BRAND, before);
});

test("a place is found by its postcode, and put away", async ({ page }) => {
  const name = `Studio ${mark()}`;
  await signIn(page, "admin");
  await open(page, MENTORS);
  const places = page.getByRole("region", { name: "Places" });
  await places.getByRole("button", { name: "Add a place" }).click();
  await places.getByLabel("Name of the place").fill(name);
  await places.getByLabel("House and street").fill("3 Lavender Gardens");
  await places.getByLabel("Postcode").fill("nowhere");
  await places.getByRole("button", { name: "Save the place" }).click();
  await expect(places.getByText("That does not look like a UK postcode")).toBeVisible();
  await places.getByLabel("Postcode").fill("sw11 1aa");
  await places.getByRole("button", { name: "Save the place" }).click();
  const row = places.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("3 Lavender Gardens, SW11 1AA");
  await row.getByRole("button", { name: `Put away ${name}` }).click();
  await expect(row.getByRole("button", { name: `Bring back ${name}` })).toBeVisible();
  const shown = await call<{ name: string }[]>(page, "GET", "/api/places?business=mentors");
  expect(shown.map((place) => place.name)).not.toContain(name);
});

test("a manager is refused", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto(MENTORS);
  await page.waitForURL(/\/man\/dashboard\/$/);
  for (const path of [BRAND, "/api/businesses/mentors/settings", "/api/businesses/mentors/locations"])
    expect((await send(page, "GET", path)).status()).toBe(403);
  const body = { name: "Mine", accent: "#000000", languages: ["en"] };
  const answer = await send(page, "PUT", BRAND, body);
  expect([answer.status(), (await answer.json()).code]).toEqual([403, "not_allowed"]);
});
