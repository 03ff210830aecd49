// The catalogue in the browser: an administrator makes a category, a service with an extra, a person and two questions from
// nothing; a guest finds it, answers and books it, and the administrator for somebody on the phone; what cannot be used is
// told by field and nothing typed is lost.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  giveDetails,
  givePostcode,
  mainAction,
  pressBook,
  someGuest,
} from "./journey";
import { add, agreeAndBook, keepFree, somebodyNew } from "./phone";
import { open, signIn } from "./team";

const unique = () => crypto.randomUUID().slice(0, 6);
const narrow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test("a service from nothing: made by an administrator, booked by a guest and by phone", async ({
  page,
  browser,
}) => {
  const mark = unique();
  const [category, service, extra] = [`Outdoors ${mark}`, `Terrace clean ${mark}`, `Moss ${mark}`];
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/categories/new/");
  await page.getByLabel("Name", { exact: true }).fill(category);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: category })).toBeVisible();

  await open(page, "/ad/catalogue/services/new/");
  await page.getByLabel("Name", { exact: true }).fill(service);
  await page.getByLabel("Category").selectOption({ label: category });
  await page.getByLabel("Price in GBP", { exact: true }).fill("80.50");
  await page.getByLabel("Length in minutes").fill("90");
  const maria = page.getByRole("checkbox", { name: /^Maria / });
  await maria.check();
  await page.getByRole("button", { name: "Add a question" }).click();
  const first = page.getByRole("group", { name: "Question 1", exact: true });
  await first.getByLabel("Question", { exact: true }).fill("Are there plants in pots?");
  await first.getByLabel("Kind of answer").selectOption({ label: "Yes or no" });
  await page.getByRole("button", { name: "Add a question" }).click();
  const second = page.getByRole("group", { name: "Question 2", exact: true });
  await second.getByLabel("Question", { exact: true }).fill("How many pots?");
  await second.getByLabel("Kind of answer").selectOption({ label: "A number" });
  await second.getByLabel("It must be answered").check();
  await second.getByLabel("Ask it").selectOption({ label: "Are there plants in pots?" });
  await second.getByLabel("This answer").selectOption({ label: "Yes" });
  await page.getByRole("button", { name: "Save the service" }).click();
  await expect(page.getByRole("heading", { level: 1, name: service })).toBeVisible();

  await page.getByRole("link", { name: "New extra" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New extra" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(extra);
  await page.getByLabel("Price in GBP").fill("12");
  await page.getByLabel("Minutes it adds").fill("30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: service })).toBeVisible();
  await expect(page.getByRole("link", { name: extra })).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await open(guest, "/booking/");
  await givePostcode(guest);
  await chooseService(guest, new RegExp(`^${service}`));
  await expectStep(guest, "Extras");
  await guest.getByRole("checkbox", { name: new RegExp(extra) }).check();
  await mainAction(guest, /^Continue/).click();
  await expectStep(guest, "Questions");
  await expect(guest.getByLabel("How many pots?")).toBeHidden();
  await guest.getByRole("radio", { name: "Yes" }).check();
  await guest.getByLabel("How many pots?").fill("7");
  await mainAction(guest, /^Continue/).click();
  await chooseTime(guest, { day: 6 });
  await mainAction(guest, "Continue to your details").click();
  await giveDetails(guest, someGuest());
  await agree(guest);
  const number = await pressBook(guest);
  await guest.context().close();

  await open(page, "/ad/book/");
  await add(page, service);
  await page.getByRole("checkbox", { name: new RegExp(extra) }).check();
  await expect(page.getByLabel("How many pots?")).toBeHidden();
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("How many pots?").fill("3");
  await somebodyNew(page, `Olga Caller ${mark}`);
  await keepFree(page, 7);
  const byPhone = await agreeAndBook(page);

  for (const [order, pots] of [
    [number, "7"],
    [byPhone, "3"],
  ] as const) {
    await open(page, `/ad/orders/${order}/`);
    await expect(page.getByText("£92.50").first()).toBeVisible();
    const answer = page.getByText("How many pots?").locator("xpath=..");
    await expect(answer).toHaveText(`How many pots?${pots}`);
  }

  // What was sold stays; what is put away nobody finds any more.
  await open(page, "/ad/catalogue/");
  await page.getByRole("link", { name: service }).click();
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText("This is put away: nobody can book it.")).toBeVisible();
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("£92.50").first()).toBeVisible();
});

test("what cannot be used is told by field, and nothing typed is lost", async ({ page }) => {
  const mark = unique();
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/services/new/");
  await page.getByLabel("Description", { exact: false }).first().fill("Words that took a while to write.");
  await page.getByLabel("Price in GBP", { exact: true }).fill("a lot");
  await page.getByRole("button", { name: "Save the service" }).click();
  const summary = page.getByRole("group", { name: /things? to put right/ });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Write an amount like 64.50.");
  await page.getByLabel("Price in GBP", { exact: true }).fill("30");
  await page.getByLabel("Category").selectOption({ index: 1 });
  await page.getByLabel("Length in minutes").fill("2");
  await page.getByRole("button", { name: "Save the service" }).click();
  await expect(summary).toContainText("Choose between 5 and 1440.");
  await expect(summary).toContainText("Please write it in English");
  await expect(page.getByLabel("Description", { exact: false }).first()).toHaveValue(
    "Words that took a while to write.",
  );
  await expectAccessible(page);
  await narrow(page);
  await page.getByLabel("Length in minutes").fill("45");
  await page.getByLabel("Name", { exact: true }).fill(`Hidden ${mark}`);
  await page.getByRole("checkbox", { name: "Customers can find and book it" }).uncheck();
  await page.getByRole("button", { name: "Save the service" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Hidden ${mark}` })).toBeVisible();
  expect((await (await page.request.get("/api/services?business=valclean")).text()).includes(mark)).toBe(
    false,
  );
});

test("the list filters and sorts in its address, shelves are put in order, on a phone too", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "admin");
  await open(page, "/ad/catalogue/?business=valclean&sort=-price");
  await expect(page.getByRole("row").nth(1)).toContainText("End of tenancy");
  await expectAccessible(page);
  await narrow(page);
  await open(page, "/ad/catalogue/extras/");
  await expectAccessible(page);
  await narrow(page);
  const shelf = page.getByRole("region", { name: "VALClean" });
  const rows = shelf.getByRole("listitem");
  const [first, second] = await rows.getByRole("link").allTextContents();
  await page.getByRole("button", { name: `Move ${second} up` }).click();
  await expect(rows.first()).toContainText(second ?? "");
  await expect(shelf.getByRole("status")).toContainText(`${second}`);
  await page.reload();
  await expect(rows.first()).toContainText(second ?? "");
  await page.getByRole("button", { name: `Move ${first} up` }).click();
  await expect(rows.first()).toContainText(first ?? "");
  await expect(shelf.getByRole("status")).toContainText(`${first}`);
  await open(page, "/ad/catalogue/categories/");
  await expectAccessible(page);
  await narrow(page);
});
