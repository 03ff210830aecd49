// Staff members' records: an administrator adds, changes and archives; a manager keeps their own people; staff tell
// about themselves.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, book, call, open, ready, signIn } from "./team";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
/** A picture of four dots. */
const DOTS = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4IScHRAwQCgAfJgQRoo8irwAAAABJRU5ErkJggg==",
  "base64",
);

async function narrow(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
}

test("somebody is added, told about, pictured, and cannot be overwritten unseen", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/staff/");
  await page.getByRole("link", { name: "Add a person" }).click();
  await page.waitForURL(/\/ad\/staff\/new\/$/);
  await ready(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Write a name.")).toBeVisible();
  const name = `Wanda ${crypto.randomUUID().slice(0, 6)}`;
  await field(page, "Name shown to customers").fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.waitForURL(/\/ad\/staff\/[0-9a-f-]{36}\/$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await ready(page);
  await narrow(page);
  await expectAccessible(page);

  await page
    .getByLabel("Photo")
    .setInputFiles({ name: "me.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.getByText("This is no picture we can read.")).toBeVisible();
  await page.getByLabel("Photo").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: DOTS });
  await expect(page.getByRole("button", { name: "Take the photo away" })).toBeVisible();

  await page.getByLabel("Biography (English)").fill("Knows every hedge in Battersea.");
  await page.getByText("Biography in other languages").click();
  await page.getByLabel("Biography (German)").fill("Kennt jede Hecke.");
  await page.getByLabel("Polish").check();
  await page.getByLabel("Can be booked").check();
  await save(page).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Biography (English)")).toHaveValue("Knows every hedge in Battersea.");
  await expect(page.getByLabel("Polish")).toBeChecked();

  // Somebody else saves meanwhile.
  await ready(page);
  const id = page.url().split("/").at(-2) ?? "";
  await call(page, "PUT", `/api/staff-records/${id}/biography`, { biography: { en: "Theirs." } });
  await field(page, "Name shown to customers").fill(`${name} Marsh`);
  await save(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else saved this" })).toBeVisible();
  await expect(field(page, "Name shown to customers")).toHaveValue(`${name} Marsh`);
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await field(page, "Name shown to customers").fill(" ");
  await save(page).click();
  await expect(page.getByText("Write a name.").first()).toBeVisible();

  await open(page, "/ad/staff/");
  await page.getByLabel("Name or e-mail").fill("wanda");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("link", { name: `${name} Marsh` })).toBeVisible();
  await expect(page.getByRole("link", { name: /Maria/ })).toBeHidden();
  await narrow(page);
  await open(page, "/ad/audit/?kind=people.staff_changed");
  await expect(page.getByRole("cell", { name: "A staff record was changed" }).first()).toBeVisible();
});

test("who is archived leaves their visits, which are told first", async ({ page }) => {
  await signIn(page, "tom");
  const { staffId } = await book(page, { service: "handyman-visit", staff: "james", days: [36, 39] });
  await as(page, "admin");
  const { id } = await call<{ id: string }>(page, "POST", "/api/staff-records", {
    business: "valclean",
    name: "Zed Leaver",
  });
  await open(page, `/ad/staff/${staffId}/`);
  await expect(page.getByText(/visits? (is|are) still to come/)).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: "Archive this person" }).click();
  await expect(page.getByRole("link", { name: "open the calendar" })).toBeVisible();
  await page.getByRole("button", { name: "No, keep" }).click();

  await open(page, `/ad/staff/${id}/`);
  await expect(page.getByText("No visits are still to come.")).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: "Archive this person" }).click();
  await page.getByRole("button", { name: "Yes, archive" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Archived" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("button", { name: "Archive this person" })).toBeVisible();
  await page.getByRole("link", { name: "Hours and time off" }).first().click();
  await expect(page.getByText("Zed Leaver").first()).toBeVisible();
  await open(page, `/ad/staff/${id}/areas/`);
  await expect(page.getByText("Where this person travels to.", { exact: false })).toBeVisible();
});

test("a manager keeps those in scope; staff write about themselves", async ({ page }) => {
  await signIn(page, "manager");
  await open(page, "/man/staff/");
  const people = page.getByRole("rowheader").getByRole("link");
  await expect(people.first()).toBeVisible();
  await people.first().click();
  await expect(save(page)).toBeVisible();
  await expect(page.getByLabel("Shown before others")).toBeHidden();
  await expectAccessible(page);

  await as(page, "maria");
  await open(page, "/st/profile/");
  const words = `Careful with pets. ${crypto.randomUUID().slice(0, 6)}`;
  const before = await page.getByLabel("Biography (English)").inputValue();
  await page.getByLabel("Biography (English)").fill(words);
  await save(page).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await narrow(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Look at your page" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await open(page, "/st/profile/");
  await page.getByLabel("Biography (English)").fill(before);
  await save(page).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});
