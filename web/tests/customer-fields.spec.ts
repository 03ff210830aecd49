// A field of customers' records from end to end: defined by an administrator, filled in by the customer and the team, read by
// whoever visits; and the staff's own list of customers.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { as, book, call, open, ready, send, signIn } from "./team";

const FIELDS = "/ad/settings/valclean/fields/";

const said = (page: Page, text: string): Locator => page.getByRole("status").filter({ hasText: text });

test("a field is defined, filled in by both, seen by whoever comes, and put away", async ({ page }) => {
  const label = `Stairs ${crypto.randomUUID().slice(0, 6)}`;
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "margaret");
  await book(page, { service: "regular-clean", staff: "maria" });
  await as(page, "admin");
  await open(page, "/ad/settings/valclean/");
  await page.getByRole("link", { name: "Customers’ fields" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers’ fields" })).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: "Add a question" }).click();
  const card = page.getByRole("group", { name: /^Question \d+$/ }).last();
  await page.getByRole("button", { name: "Save the fields" }).click();
  await expect(page.getByText("Say what the question is.").first()).toBeVisible();
  await card.getByLabel("Question", { exact: true }).fill(label);
  await card.getByLabel("Who fills it in").selectOption({ label: "The customer, and the team" });
  await card.getByLabel("Whoever comes sees the answer").check();
  await page.getByRole("button", { name: "Save the fields" }).click();
  await expect(said(page, "Customers’ fields: saved")).toBeVisible();
  await expectFits(page, 360);
  await expectAccessible(page);

  await as(page, "margaret");
  await open(page, "/cus/details/");
  const mine = page.getByRole("region", { name: "For VALClean" });
  await mine.getByRole("radio", { name: "Yes" }).check();
  await expect(mine.getByLabel(/^Which ones/)).toBeVisible();
  await mine.getByLabel(new RegExp(label)).fill("Two floors");
  await expect(mine).not.toContainText("Where we may park");
  await mine.getByRole("button", { name: "Save these answers" }).click();
  await expect(said(page, "Saved")).toBeVisible();
  await expectFits(page, 360);
  await expectAccessible(page);

  await as(page, "admin");
  type Found = { items: { id: string }[] };
  const found = await call<Found>(page, "POST", "/api/customers/search", { text: "margaret@example" });
  const id = found.items[0]?.id ?? "";
  await open(page, `/ad/customers/${id}/`);
  const fields = page.getByRole("region", { name: "Fields of VALClean" });
  await expect(fields).toContainText("Two floors");
  await fields.getByRole("button", { name: "Fill in the fields of VALClean" }).click();
  await fields.getByLabel(/^Where we may park/).fill("In the mews");
  await expect(fields.getByText("The customer does not see this.").first()).toBeVisible();
  await expectAccessible(page);
  await fields.getByRole("button", { name: "Save these answers" }).click();
  await expect(fields).toContainText("In the mews");
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    "Fields filled in: Where we may park",
  );

  await as(page, "maria");
  await open(page, "/st/dashboard/");
  await page.getByRole("navigation").getByRole("link", { name: "Customers" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  await ready(page);
  await page.getByLabel("Find a customer").fill("margaret@example.com");
  await expect(page.getByRole("heading", { name: "Nobody is found" })).toBeVisible();
  await page.getByLabel("Find a customer").fill("ellis");
  await page.getByRole("link", { name: "Margaret Ellis" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Margaret Ellis" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Good to know" })).toContainText("Two floors");
  await expect(page.getByRole("main")).not.toContainText("margaret@example.com");
  await expectFits(page, 360);
  await expectAccessibleInBoth(page);

  // Whom somebody else visits is nobody here.
  await as(page, "admin");
  const aisha = await call<Found>(page, "POST", "/api/customers/search", { text: "aisha@example" });
  await as(page, "maria");
  expect((await send(page, "GET", `/api/customers/${aisha.items[0]?.id}`)).status()).toBe(404);

  await as(page, "admin");
  await open(page, FIELDS);
  await page.getByRole("button", { name: `Put away: ${label}` }).click();
  await page.getByRole("button", { name: "Save the fields" }).click();
  await expect(page.getByRole("button", { name: `Bring back: ${label}` })).toBeVisible();
  await expect(said(page, "Customers’ fields: saved")).toBeVisible();
});

test("services are put in order within their category", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/");
  await page.getByRole("link", { name: "Change the order" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Order of services" })).toBeVisible();
  await ready(page);
  const rows = page.getByRole("region", { name: "Cleaning Services" }).getByRole("listitem");
  const [first, second] = await rows.getByRole("link").allTextContents();
  const button = page.getByRole("button", { name: `Move ${second} up` });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(said(page, `${second} is number 1 now`)).toBeAttached();
  await expect(rows.first()).toContainText(second ?? "");
  await page.reload();
  await expect(rows.first()).toContainText(second ?? "");
  await ready(page);
  await page.getByRole("button", { name: `Move ${first} up` }).click();
  await expect(rows.first()).toContainText(first ?? "");
  await expect(said(page, `${first} is number 1 now`)).toBeAttached();
  await expectFits(page, 360);
  await expectAccessibleInBoth(page);
});
