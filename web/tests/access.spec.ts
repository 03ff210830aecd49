// What a manager may see: set by an administrator from a template, and then exactly that, whatever is guessed.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { call, open, passwordOf, proven, sayPassword, send, signIn } from "./team";

type Managers = { items: { user_id: string; name: string }[] };
type Visits = { items: { id: string; staff_member: { id: string } }[] };
type Cards = { items: { id: string; slug: string }[] };

test("axe finds nothing on the pages of access, and none is wider than a small phone", async ({ page }) => {
  await signIn(page, "admin");
  const { items } = await call<Managers>(page, "GET", "/api/managers");
  const max = items.find(({ name }) => name === "Max Grant");
  for (const path of ["/ad/access/", `/ad/access/${max?.user_id}/`]) {
    await open(page, path);
    await expectAccessibleInBoth(page);
    await expectFits(page, 320);
    await open(page, `/fr${path}`);
    await expectFits(page, 320);
  }
  await open(page, "/fr/ad/access/nobody/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page n’est pas ici");
});

test("a manager sees exactly what the template opens, and nothing before", async ({ page, browser }) => {
  const desk = await browser.newPage();
  await signIn(desk, "planner");
  expect((await call<Visits>(desk, "GET", "/api/appointments")).items).toEqual([]);

  await signIn(page, "admin");
  const all = (await call<Visits>(page, "GET", "/api/appointments?limit=200")).items;
  const mine = new Set(
    (await call<Cards>(page, "GET", "/api/staff-members?business=valclean&limit=200")).items.map(
      ({ id }) => id,
    ),
  );
  const other = (await call<Cards>(page, "GET", "/api/staff-members?business=mentors&limit=200")).items[0];

  await open(page, "/ad/access/");
  await page.getByRole("link", { name: "Nadia Frost" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nadia Frost" })).toBeVisible();
  const seen = page.getByRole("region", { name: "What Nadia Frost will see" });
  await expect(seen.locator("[data-count=staff]")).toHaveText("0");
  await page.getByLabel("Begin from a template").selectOption({ label: "Planner at VALClean" });
  await expect(seen.locator("[data-count=staff]")).toHaveText(String(mine.size));
  // By keyboard: one thing more to do, and saved from there.
  await page.getByLabel("Reports", { exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByLabel("Reports", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Save access" }).focus();
  await page.keyboard.press("Enter");
  await sayPassword(page, passwordOf("admin"));
  await expect(page.getByText("Access of Nadia Frost is saved")).toBeVisible();

  const found = (await call<Visits>(desk, "GET", "/api/appointments?limit=200")).items;
  expect(found.every(({ staff_member }) => mine.has(staff_member.id))).toBe(true);
  for (const visit of all.filter(({ staff_member }) => !mine.has(staff_member.id)).slice(0, 3))
    expect((await send(desk, "GET", `/api/appointments/${visit.id}`)).status()).toBe(404);
  const guessed = await send(desk, "GET", `/api/staff-members/${other?.id}/hours`);
  expect([403, 404]).toContain(guessed.status());
  expect((await send(desk, "GET", "/api/managers")).status()).toBe(403);
  await desk.close();
});

test("somebody else's save is not overwritten unasked, and what was chosen stays", async ({ page }) => {
  await signIn(page, "admin");
  await proven(page, "admin");
  const { items } = await call<Managers>(page, "GET", "/api/managers");
  const nora = items.find(({ name }) => name === "Nora West");
  await open(page, `/ad/access/${nora?.user_id}/`);
  await page.getByLabel("Refunds", { exact: true }).check();
  await call(page, "PUT", `/api/manager-scopes/${nora?.user_id}`, { staff_ids: [], actions: ["reports"] });
  await page.getByRole("button", { name: "Save access" }).click();
  await expect(page.getByText("Somebody else changed this access")).toBeVisible();
  await expect(page.getByLabel("Refunds", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Show what is saved" }).click();
  await expect(page.getByLabel("Refunds", { exact: true })).not.toBeChecked();
  await expect(page.getByLabel("Reports", { exact: true })).toBeChecked();
});

test("a template is kept under a name, refused twice, and put away", async ({ page }) => {
  await signIn(page, "admin");
  const { items } = await call<Managers>(page, "GET", "/api/managers");
  const max = items.find(({ name }) => name === "Max Grant");
  const name = `Night shift ${Date.now()}`;
  await open(page, `/ad/access/${max?.user_id}/`);
  const keep = page.getByRole("button", { name: "Keep template" });
  await keep.click();
  await expect(page.getByText("Write a name.")).toBeVisible();
  await page.getByLabel("Name of the template").fill(name);
  await keep.click();
  await expect(page.getByText(`${name} is kept as a template`)).toBeVisible();
  await page.getByRole("button", { name: "Close this message" }).click();
  await page.getByLabel("Name of the template").fill(name.toUpperCase());
  await keep.click();
  await expect(page.getByText("There is a template by this name already.")).toBeVisible();
  await expect(page.getByLabel("Name of the template")).toHaveValue(name.toUpperCase());
  await open(page, "/ad/access/");
  await page.getByRole("button", { name: `Put away ${name}` }).click();
  await expect(page.getByText(`${name} is put away`)).toBeVisible();
  await expect(page.getByRole("button", { name: `Put away ${name}` })).toHaveCount(0);
});
