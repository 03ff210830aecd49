// Goods by phone: a caller wants a clean, a gift card and a package; the team takes cash, and what was bought is sent. A booklet
// is paid by the link of the letter, and others are called off before they are.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { mailsTo, mailTo, someGuest } from "./journey";
import { add, keepFree, somebodyNew } from "./phone";
import { open, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const caller = someGuest("Nora Newcomer");
const gran = someGuest("Gran Price");
let number = "";

const goods = (page: Page) => page.getByRole("region", { name: "Gift cards, packages, booklets" });
const who = (page: Page) => page.getByRole("region", { name: "Who is it for?" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Chooses the first thing on the desk's shelf whose words have these. */
async function pick(page: Page, words: string): Promise<void> {
  const shelf = goods(page).getByLabel("What to sell");
  await shelf.selectOption(
    await shelf.locator("option").filter({ hasText: words }).first().getAttribute("value"),
  );
}

/** Agrees to all that is asked and orders; the order's number. */
async function order(page: Page): Promise<string> {
  await page.getByLabel("I told them our terms and they agree").check();
  for (const label of [/^They ask us to start within 14 days/, /^They ask for the download/]) {
    const said = page.getByLabel(label);
    if (await said.isVisible()) await said.check();
  }
  await page.getByRole("button", { name: /^(Book|Order) for £/ }).click();
  const booked = page.getByText(/^Booked: /);
  await expect(booked).toBeVisible();
  await expect(page.getByText(/^It is not paid yet and waits until /)).toBeVisible();
  return (await booked.textContent())?.replace("Booked: ", "") ?? "";
}

test("a clean, a gift card and a package for somebody new", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await add(page, "Regular clean");
  await somebodyNew(page, caller.name);
  await keepFree(page, 12);
  await button(page, "Add what is chosen").click();
  await expect(goods(page).getByText("Please choose what to add.")).toBeVisible();

  await pick(page, "Gift card");
  await goods(page).getByRole("radio", { name: "Another amount" }).check();
  await goods(page).getByRole("textbox", { name: "Amount in GBP" }).fill("5");
  await button(page, "Add the gift card").click();
  await expect(page.getByRole("link", { name: "Choose an amount from £10 to £500." })).toBeVisible();
  await goods(page).getByRole("radio", { name: "£50" }).check();
  await goods(page).getByRole("textbox", { name: "Who is it for?" }).fill(gran.name);
  await goods(page).getByRole("textbox", { name: "Their e-mail" }).fill(gran.email);
  await goods(page).getByRole("textbox", { name: "A few words" }).fill("Put your feet up.");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await button(page, "Add the gift card").click();
  await expect(goods(page).getByText(`For ${gran.name}`)).toBeVisible();

  await pick(page, "Five regular cleans");
  await goods(page).getByLabel("What to sell").press("Tab"); // the keyboard does it too
  await page.keyboard.press("Enter");
  await expect(goods(page).getByText("A package of 5 visits")).toBeVisible();
  await expect(page.getByText(/^They pay all of it first, /)).toBeVisible();

  await page.getByLabel("I told them our terms and they agree").check();
  const early = page.getByLabel(/^They ask us to start within 14 days/);
  if (await early.isVisible()) await early.check();
  await page.getByRole("button", { name: /^Book for £/ }).click();
  await page.getByRole("link", { name: "Please give an e-mail." }).click();
  await expect(who(page).getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(caller.email);
  number = await order(page);
  await expectAccessible(page);
});

test("nothing is sent before it is paid, and all of it when the team took cash", async ({ page }) => {
  const asked = await mailTo(page, caller.email, /^Please pay £/);
  expect(asked.subject).toContain(number);
  expect(await mailsTo(page, gran.email)).toEqual([]);
  await signIn(page, "admin");
  await open(page, `/ad/orders/${number}/`);
  await button(page, "Take a payment").click();
  await button(page, "Write it down").click();
  await expect(page.getByText(/ paid, cash/)).toBeVisible();
  const card = await mailTo(page, gran.email, /^A gift card for you/);
  expect(card.text).toContain("Put your feet up.");
  await mailTo(page, caller.email, /^Your gift card is paid/);
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/;
  expect((await mailTo(page, caller.email, /^Your package/)).text).toMatch(code);
  await open(page, `/ad/orders/${number}/`);
  await expect(button(page, "Take a payment")).toHaveCount(0);
  await expectAccessible(page);
});

test("a booklet alone: what the caller agreed to, paid by the link in the letter", async ({ page }) => {
  const reader = someGuest("Rita Reader");
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await pick(page, "Portfolio in a weekend");
  await button(page, "Add what is chosen").click();
  await expect(page.getByRole("region", { name: "Where?" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "When?" })).toHaveCount(0);
  await who(page).getByLabel("Name").fill(reader.name);
  await who(page).getByLabel("Phone", { exact: true }).fill("020 7946 0778");
  await who(page).getByLabel("E-mail").fill(reader.email);
  await page.getByLabel("I told them our terms and they agree").check();
  await page.getByRole("button", { name: /^Order for £/ }).click();
  await expect(page.getByText("Please ask them about this first.")).toBeVisible();
  await expectAccessible(page);
  const booklet = await order(page);
  await open(page, `/ad/orders/${booklet}/`);
  await expect(page.getByText(/^Agreed on .* Said on the phone to /)).toBeVisible();

  const { text } = await mailTo(page, reader.email, /^Please pay £/);
  await page.goto(/https?:\S+\/track\/#\S+/.exec(text)?.[0] ?? "");
  await expect(page.getByText(/^Your order waits for you until .*, \d\d:\d\d\./)).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole("button", { name: /^Pay £.*: card or wallet$/ }).click();
  await payWith(page, VISA);
  await expect(page.getByRole("button", { name: /^Download/ }).first()).toBeVisible();
  expect((await mailTo(page, reader.email, /^Your download is ready/)).text).toContain("On the phone on");
});

test("called off before it is paid: by the caller from their link, and by the team", async ({ page }) => {
  const reader = someGuest("Cora Caller");
  const sold: string[] = [];
  await signIn(page, "admin");
  for (const _ of ["by the caller", "by the team"]) {
    await open(page, "/ad/book/");
    await pick(page, "Portfolio in a weekend");
    await button(page, "Add what is chosen").click();
    await expect(button(page, "Take out Portfolio in a weekend")).toBeVisible(); // and with it what it asks of the caller
    await who(page).getByLabel("Name").fill(reader.name);
    await who(page).getByLabel("Phone", { exact: true }).fill("020 7946 0779");
    await who(page).getByLabel("E-mail").fill(reader.email);
    sold.push(await order(page));
    await mailTo(page, reader.email, new RegExp(`^Please pay .*${sold.at(-1)}`));
  }
  await open(page, `/ad/orders/${sold[1]}/`);
  await expect(page.getByRole("heading", { name: "Visits" })).toBeHidden();
  await expect(page.getByText(/on the day$/)).toHaveCount(0);
  await button(page, "Call the order off").click();
  await expect(page.getByText(/The customer is written to\.$/)).toBeVisible();
  await expectAccessible(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await button(page, "Keep it").click();
  await expect(button(page, "Call the order off")).toBeFocused();
  await expect(page.getByText(/The customer is written to\.$/)).toHaveCount(0);
  await button(page, "Call the order off").click();
  await button(page, "Yes, call it off").click();
  await expect(page.getByText("The order is called off")).toBeVisible();
  await expect(button(page, "Call the order off")).toHaveCount(0);
  await expect(button(page, "Take a payment")).toHaveCount(0);
  await mailTo(page, reader.email, new RegExp(`^Called off: ${sold[1]}`));

  const { text } = await mailTo(page, reader.email, new RegExp(`^Please pay .*${sold[0]}`));
  await page.goto(/https?:\S+\/track\/#\S+/.exec(text)?.[0] ?? "");
  await button(page, "Call the order off").click();
  await expectAccessibleInBoth(page);
  await button(page, "Yes, call it off").click();
  await expect(page.getByText("The order is called off")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay £/ })).toHaveCount(0);
  await expect(page.getByText("The order ended before it was paid.")).toBeVisible();
  await expect(button(page, "Call the order off")).toHaveCount(0);
  await mailTo(page, reader.email, new RegExp(`^Called off: ${sold[0]}`));
});
