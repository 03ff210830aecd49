// Customers' records: found by anything one knows of them, written in, merged and parted; and what customers keep of
// themselves.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, book, call, open, ready, signIn } from "./team";

const PHONE = { width: 360, height: 740 };

const done = (page: Page, text: string | RegExp): Locator =>
  page.getByRole("status").filter({ hasText: text });

async function fitsAPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  if (before) await page.setViewportSize(before);
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByLabel("Find a customer").fill(text);
}

async function add(page: Page, name: string, phone: string): Promise<void> {
  await open(page, "/ad/customers/new/");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel(/^Phone/).fill(phone);
  await page.getByRole("button", { name: "Add this customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a customer is found by name, e-mail, phone, postcode and order number, and the address says none of it", async ({
  page,
}) => {
  await signIn(page, "margaret");
  const { number } = await book(page, { service: "regular-clean", staff: "maria" });
  await as(page, "admin");
  await open(page, "/ad/customers/");
  const margaret = page.getByRole("row").filter({ hasText: "Margaret Ellis" });
  for (const text of ["ellis marg", "margaret@exam", "020 7946 0201", "sw11 5tn", number.toLowerCase()]) {
    await find(page, "nobody of this name");
    await expect(page.getByRole("heading", { name: "Nobody is found" })).toBeVisible();
    await find(page, text);
    await expect(margaret.first(), text).toBeVisible();
  }
  expect(new URL(page.url()).search).toBe("");
  await expect.poll(() => page.url()).toContain("#q=");
  await expectAccessible(page);
  await fitsAPhone(page);
  await margaret.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Margaret Ellis" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Orders" })).toContainText(number);
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByLabel("Find a customer")).toHaveValue(number.toLowerCase());
});

test("a new customer gets a second address, a note and a tag", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/customers/new/");
  await page.getByRole("button", { name: "Add this customer" }).click();
  await expect(page.getByText("Write a name.").first()).toBeVisible();
  await page.getByLabel("Name").fill("Wilma Writer");
  await page.getByLabel(/^Phone/).fill("12");
  await page.getByRole("button", { name: "Add this customer" }).click();
  await expect(page.getByText("Please check this phone number.").first()).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Wilma Writer");
  await page.getByLabel(/^Phone/).fill("020 7946 0511");
  await page.getByRole("button", { name: "Add this customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wilma Writer" })).toBeVisible();
  await ready(page);

  const addresses = page.getByRole("region", { name: "Addresses" });
  for (const line of ["1 First Street", "2 Second Street"]) {
    await addresses.getByRole("button", { name: "Add an address" }).click();
    await addresses.getByLabel("House number and street").fill(line);
    await addresses.getByLabel("Town or city").fill("London");
    await addresses.getByLabel("Postcode").fill("nonsense");
    await addresses.getByRole("button", { name: "Add this address" }).click();
    await expect(addresses.getByText("Please check this postcode.").first()).toBeVisible();
    await addresses.getByLabel("Postcode").fill("sw115tn");
    await addresses.getByRole("button", { name: "Add this address" }).click();
    await expect(addresses.getByRole("listitem").filter({ hasText: line })).toContainText("SW11 5TN");
  }
  await addresses.getByRole("button", { name: "Make it the usual one: 2 Second Street" }).click();
  await expect(addresses.getByRole("listitem").first()).toContainText("2 Second Street");
  await expect(addresses.getByRole("listitem").first()).toContainText("Usual one");

  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByLabel("New note").fill("Rings twice.\nHas a small dog.");
  await notes.getByRole("button", { name: "Add this note" }).click();
  await expect(notes.getByRole("listitem")).toContainText("Has a small dog.");
  await expect(notes.getByRole("listitem")).toContainText("Val Adams");

  const tags = page.getByRole("region", { name: "Tags" });
  await tags.getByLabel(/^New tag/).fill("Key safe");
  await tags.getByRole("button", { name: "Add tag" }).click();
  await expect(tags.getByRole("listitem")).toContainText("Key safe");
  await expectAccessible(page);
  await fitsAPhone(page);

  await page.getByRole("button", { name: "Change contact" }).click();
  await page.getByLabel("Name").fill("Wilma Rewritten");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wilma Rewritten" })).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Details changed");
  await open(page, "/ad/customers/");
  await page.getByLabel("Tag").selectOption("Key safe");
  await expect(page.getByRole("row").filter({ hasText: "Wilma Rewritten" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Tom Bennett" })).toBeHidden();
});

test("two records of one person are merged, and parted again at once or later", async ({ page }) => {
  await signIn(page, "admin");
  await add(page, "Doris Double", "020 7946 0611");
  const notes = page.getByRole("region", { name: "Notes" });
  await ready(page);
  await notes.getByLabel("New note").fill("Prefers Mondays");
  await notes.getByRole("button", { name: "Add this note" }).click();
  await expect(notes.getByRole("listitem")).toContainText("Prefers Mondays");
  await add(page, "D. Double", "+44 20 7946 0611");
  await expect(page.getByText("Perhaps the same person")).toBeVisible();

  const section = page.getByRole("region", { name: "The same person twice?" });
  const merge = async () => {
    await section.getByRole("button", { name: "Merge another record" }).click();
    await section.getByLabel("Find the other record").fill("doris");
    await section.getByRole("button", { name: "Choose Doris Double" }).click();
    await expect(section.getByRole("group")).toContainText("1 note");
    await expectAccessible(page);
    await section.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(done(page, "Doris Double is merged into this record")).toBeVisible();
    await expect(notes.getByRole("listitem")).toContainText("Prefers Mondays");
  };
  await ready(page);
  await merge();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(done(page, "Everything is back where it was")).toBeVisible();
  await expect(notes.getByRole("listitem")).toHaveCount(0);

  await merge();
  await page.reload();
  await ready(page);
  const history = page.getByRole("region", { name: "History" });
  await history.getByRole("button", { name: "Undo this merge with Doris Double" }).click();
  await expect(done(page, "Everything is back where it was")).toBeVisible();
  await expect(history).toContainText("Merge undone: Doris Double");
  await expect(notes.getByRole("listitem")).toHaveCount(0);

  await page.getByRole("button", { name: "Archive this customer" }).click();
  await expect(done(page, "D. Double is archived")).toBeVisible();
  await page.getByRole("button", { name: "Bring this customer back" }).click();
  await expect(page.getByRole("button", { name: "Archive this customer" })).toBeVisible();
});

test("two accounts are not merged, and an account sees more only on a word", async ({ page }) => {
  await signIn(page, "admin");
  await add(page, "Aisha K.", "020 7946 0711");
  await open(page, "/ad/customers/");
  await find(page, "aisha@example.com");
  await page.getByRole("link", { name: "Aisha Khan" }).click();
  const section = page.getByRole("region", { name: "The same person twice?" });
  await ready(page);
  await section.getByRole("button", { name: "Merge another record" }).click();
  await section.getByLabel("Find the other record").fill("tom@example.com");
  await section.getByRole("button", { name: "Choose Tom Bennett" }).click();
  await expect(section).toContainText("Two accounts are never merged.");
  await expect(section.getByRole("button", { name: "Merge", exact: true })).toBeHidden();
  await section.getByRole("button", { name: "Cancel" }).click();
  await section.getByRole("button", { name: "Merge another record" }).click();
  await section.getByLabel("Find the other record").fill("aisha k");
  await section.getByRole("button", { name: "Choose Aisha K." }).click();
  await section.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(section.getByText("Tick this first.")).toBeVisible();
  await section.getByRole("checkbox").check();
  await section.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(done(page, "Aisha K. is merged")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(done(page, "Everything is back where it was")).toBeVisible();
});

test("a manager finds the customers of their own people and nobody else's", async ({ page }) => {
  await signIn(page, "margaret");
  await book(page, { service: "regular-clean", staff: "maria" });
  await as(page, "admin");
  await add(page, "Quentin Quiet", "020 7946 0811");
  const quiet = new URL(page.url()).pathname.replace("/ad/", "/man/");
  await as(page, "manager");
  await open(page, "/man/dashboard/");
  await page.getByRole("link", { name: "Customers" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  await ready(page);
  for (const text of ["quentin", "020 7946 0811"]) {
    await find(page, text);
    await expect(page.getByRole("heading", { name: "Nobody is found" })).toBeVisible();
    await find(page, "margaret");
    await expect(page.getByRole("link", { name: "Margaret Ellis" })).toBeVisible();
  }
  await expect(page.getByRole("link", { name: "Export CSV" })).toHaveCount(0); // what is typed has no place in an address
  await find(page, "");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toMatch(/^\uFEFFName,E-mail,Phone,/);
  expect(text).toContain("margaret@example.com");
  expect(text).not.toContain("Quentin");
  const answer = await page.goto(quiet);
  expect(answer?.status()).toBe(404);
});

test("a customer keeps details, addresses and preferences, and books with a saved address", async ({
  page,
}) => {
  await signIn(page, "tom");
  await open(page, "/cus/details/");
  await page.getByLabel("Your name").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Write your name.").first()).toBeVisible();
  await page.getByLabel("Your name").fill("Tom Bennett");
  await page.getByLabel(/^Phone/).fill("020 7946 0202");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(done(page, "Saved")).toBeVisible();
  await expectAccessible(page);
  await fitsAPhone(page);

  await open(page, "/cus/addresses/");
  await expect(page.getByRole("heading", { level: 1, name: "Your addresses" })).toBeVisible();
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByLabel("House number and street").fill("9 Saved Mews");
  await page.getByLabel("Town or city").fill("London");
  await page.getByLabel("Postcode").fill("SW11 5TN");
  await page.getByLabel(/How do we get in/).fill("Code 4711");
  await page.getByRole("button", { name: "Add this address" }).click();
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "9 Saved Mews" });
  await expect(row).toContainText("Code 4711");
  await row.getByRole("button", { name: "Change 9 Saved Mews" }).click();
  await page.getByLabel("House number and street").fill("10 Saved Mews");
  await page.getByRole("button", { name: "Save this address" }).click();
  await expect(
    page.getByRole("main").getByRole("listitem").filter({ hasText: "10 Saved Mews" }),
  ).toBeVisible();
  await expectAccessible(page);
  await fitsAPhone(page);

  await open(page, "/cus/preferences/");
  await page.getByLabel("Send me news and offers").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(done(page, "Saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Send me news and offers")).toBeChecked();
  await expectAccessible(page);
  await fitsAPhone(page);

  await hold(page, { service: "regular-clean", staff: "maria" });
  await open(page, "/booking/?step=details");
  await page.getByLabel("Use a saved address").selectOption({ label: "10 Saved Mews" });
  await expect(page.getByLabel("House number and street")).toHaveValue("10 Saved Mews");
  await expect(page.getByLabel(/How do we get in/)).toHaveValue("Code 4711");
  await expectAccessible(page);
});

type Found = { id: string; slug: string; staff: { staff_id: string; staff_slug: string }[] };
type Held = { lines: { id: string }[] };

/** Keeps a free time in the basket of whoever is signed in, so that the next step is the details. */
async function hold(page: Page, { service, staff }: { service: string; staff: string }): Promise<void> {
  const services = await call<Found[]>(page, "GET", "/api/services?business=valclean");
  const wanted = services.find(({ slug }) => slug === service);
  const person = wanted?.staff.find(({ staff_slug }) => staff_slug === staff);
  await call(page, "PUT", "/api/basket/place", { business: "valclean", postcode: "SW11 5TN" });
  const basket = await call<Held>(page, "POST", "/api/basket/lines", {
    service_id: wanted?.id,
    preferred_staff: [person?.staff_id],
  });
  const line = basket.lines.at(-1)?.id ?? "";
  const [first, last] = [3, 17].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );
  const slots = await call<{ days: { slots: { starts_at: string }[] }[] }>(
    page,
    "GET",
    `/api/slots?line=${line}&first_on=${first}&last_on=${last}`,
  );
  const startsAt = slots.days.flatMap((day) => day.slots).at(0)?.starts_at ?? "";
  await call(page, "POST", "/api/holds", { line_id: line, starts_at: startsAt, staff_id: person?.staff_id });
}
