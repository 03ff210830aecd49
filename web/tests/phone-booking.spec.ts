// Orders by phone: for somebody new without an e-mail, for a customer we know, and from an empty place of the calendar.
import { expect, test } from "@playwright/test";
import { expectAccessible, expectFits } from "./axe";
import { add, agreeAndBook, keepFree, somebodyNew } from "./phone";
import { as, open, signIn } from "./team";

const dateAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
test("somebody new on the phone, without an e-mail", async ({ page }) => {
  const name = `Olive Phone ${crypto.randomUUID().slice(0, 6)}`;
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await add(page, "Regular clean");
  await page.getByRole("button", { name: /^Book for £/ }).click();
  await expect(page.getByRole("group", { name: /things? to put right/ })).toBeFocused();
  await somebodyNew(page, name);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await keepFree(page, 5);
  const number = await agreeAndBook(page);
  await expectAccessible(page);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText(name).first()).toBeVisible();
});

test("what is typed while the last field is being saved stays", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  let arrived = () => {};
  const typed = new Promise<void>((done) => {
    arrived = done;
  });
  await page.route("**/api/basket/details", async (route) => {
    await typed;
    await route.continue();
  });
  await add(page, "Regular clean");
  await page.getByRole("region", { name: "Who is it for?" }).getByLabel("Name").fill("Olive Quick");
  const saved = page.waitForResponse("**/api/basket/details");
  await page.getByLabel("Phone", { exact: true }).fill("020 7946 0777");
  arrived();
  await saved;
  await page.getByLabel("Postcode").fill("SW11 1AA");
  await page.getByRole("button", { name: "Use this postcode" }).click();
  await expect(page.getByText("We come to SW11 1AA.")).toBeVisible();
  await expect(page.getByLabel("Phone", { exact: true })).not.toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("Phone", { exact: true })).not.toHaveValue("");
});

test("a customer we know, at the address we know", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await page.getByLabel("Find a customer").fill("Margaret");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page
    .getByRole("list", { name: "Customers found" })
    .getByRole("button", { name: /^Margaret Ellis/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Somebody else" })).toBeVisible();
  await add(page, "Window clean");
  await page.getByRole("list", { name: "Their addresses" }).getByRole("button").first().click();
  await expect(page.getByText(/^We come to /)).toBeVisible();
  await keepFree(page, 6);
  await page.getByText("Come again regularly?").click();
  await page.getByLabel("How often?").selectOption({ label: "Every four weeks" });
  await expect(page.getByRole("list", { name: "All dates" }).getByRole("listitem").nth(2)).toBeVisible();
  await expectAccessible(page);
  await expectFits(page, 360);
  const number = await agreeAndBook(page);
  await as(page, "margaret");
  await open(page, "/cus/subscriptions/");
  await expect(page.getByRole("link", { name: /^Window clean/ }).first()).toBeVisible();
  await open(page, `/cus/orders/${number}/`);
  await expect(page.getByRole("heading", { level: 1, name: `Order ${number}` })).toBeVisible();
});

test("from an empty place of the calendar, against a rule for a reason", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/calendar/");
  const { staff } = await (
    await page.request.get(`/api/calendar?first_on=${dateAt(12)}&last_on=${dateAt(12)}`)
  ).json();
  const james = staff.find((each: { name: string }) => each.name === "James Okafor");
  await open(page, `/ad/book/?${new URLSearchParams({ staff: james.id, at: `${dateAt(12)}T04:35:00Z` })}`);
  await page.getByLabel("Find a customer").fill("Tom Bennett");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page
    .getByRole("list", { name: "Customers found" })
    .getByRole("button", { name: /^Tom Bennett/ })
    .first()
    .click();
  await add(page, "Handyman visit");
  await page.getByLabel("Postcode").fill("SW11 1AA");
  await page.getByRole("button", { name: "Use this postcode" }).click();
  await page.getByLabel("House and street").fill("8 Elm Grove");
  await expect(page.getByLabel("Who", { exact: true })).toHaveValue(james.id);
  await page.getByRole("button", { name: "Keep this time" }).click();
  await expect(page.getByText("This time is against a rule")).toBeVisible();
  await page.getByRole("button", { name: "Keep it anyway" }).click();
  await expect(page.getByText("Please say why.")).toBeVisible();
  await page.getByLabel("Why book it anyway?").fill("They fly at eight and asked for it");
  await page.getByRole("button", { name: "Keep it anyway" }).click();
  await expect(page.getByText("A rule was put aside for this time.")).toBeVisible();
  const number = await agreeAndBook(page);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("Tom Bennett").first()).toBeVisible();
});

test("a customer has no such page", async ({ page }) => {
  await signIn(page, "margaret");
  await open(page, "/ad/book/");
  await expect(page.getByRole("heading", { level: 1, name: "Book by phone" })).toBeHidden();
});
