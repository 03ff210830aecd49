// A clean every two weeks for three months, paid by card in advance and carried on after that: one visit moved, one skipped, the rest
// cancelled with the refund that was shown, and the books are balanced afterwards.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import {
  agree,
  chooseService,
  chooseTime,
  giveDetails,
  givePostcode,
  mainAction,
  someGuest,
} from "./journey";
import { call, open, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const SETTINGS = "/api/businesses/valclean/settings/subscriptions";
const pounds = (words: string | null) => Math.round(Number((words ?? "").replace(/[^\d.]/g, "")) * 100);
const panelOf = (page: Page) => page.getByRole("region", { name: /^All visits: / });

type Legs = { kind: string; legs: { role: string; debit: number; credit: number }[] }[];
const owedBy = (entries: Legs, wanted: string) =>
  entries
    .filter(({ kind }) => kind !== "fee")
    .flatMap(({ legs }) => legs)
    .filter(({ role }) => role === wanted)
    .reduce((sum, { debit, credit }) => sum + debit - credit, 0);

test("visits that repeat are paid in advance", async ({ page }) => {
  await signIn(page, "admin");
  await call(page, "PUT", SETTINGS, { values: { charging: "in_advance" } });
});

test("booked and paid at once, one moved, one skipped, the rest cancelled as shown", async ({
  page,
  browser,
}) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Regular clean/);
  await expect(page.getByText(/^(When suits you|Anything extra)/)).toBeVisible();
  if (await page.getByText("Anything extra?").isVisible())
    await mainAction(page, "Continue without extras").click();
  await chooseTime(page, { day: 9, nth: 2 });
  await page.getByText("Come again regularly?").click();
  await page.getByLabel("How often?").selectOption({ label: "Every two weeks" });
  const shown = page.getByText(/^Every two weeks · \d visits$/);
  await expect(shown).toBeVisible();
  await page.getByRole("checkbox", { name: "Carry on after that, until I stop it" }).check();
  await expect(page.getByRole("checkbox", { name: "Carry on after that, until I stop it" })).toBeChecked();
  await expectAccessibleInBoth(page);
  const count = Number((await shown.textContent())?.match(/\d+(?= visits)/)?.[0]);
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, someGuest("Paula Ahead"));
  await agree(page);
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await expect(page.getByText("Your visits carry on until you stop them")).toBeVisible();
  await expect(page.getByText(/What you pay with now is kept for that/)).toBeVisible();
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  // What it comes to adds up on the page: the first visit, and the later ones together.
  const review = page.getByRole("main");
  await expect(review.getByText(/Every two weeks · \d visits/)).toBeVisible();
  const made = page.getByRole("table", { name: "How the price is made" });
  await expect(made.getByRole("row", { name: new RegExp(`^${count - 1} later visits £`) })).toBeVisible();
  const button = mainAction(page, /^Book and pay £/);
  const total = pounds(await button.textContent());
  await button.click();
  await payWith(page, VISA);
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  const number = (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";

  await page.getByRole("link", { name: /Move or cancel/ }).click();
  const panel = panelOf(page);
  await expect(panel.getByText(/^It carries on until you stop it\. On /)).toBeVisible();
  await expectAccessibleInBoth(page);

  // One visit moved: the second, to the day after.
  await panel
    .getByRole("button", { name: /^Move from here on: / })
    .last()
    .click();
  const day = page.getByLabel("New day of this visit");
  const next = new Date(`${await day.inputValue()}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  await day.fill(next.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText("1 visit changes")).toBeVisible();
  await page.getByRole("button", { name: "Move them" }).click();
  await expect(page.getByText("Done. The visits below are as they are now.")).toBeVisible();

  // One skipped: a pause that ends before the next date.
  await panel.getByRole("button", { name: "Pause" }).click();
  const from = page.getByLabel("From", { exact: true });
  const until = new Date(`${await from.inputValue()}T12:00:00Z`);
  until.setUTCDate(until.getUTCDate() + 7);
  await page.getByLabel("On again from").fill(until.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText("1 visit changes")).toBeVisible();
  const skipped = pounds(await page.getByText("Goes back to you").locator("xpath=../dd").textContent());
  expect(skipped).toBe(total / count);
  await page.getByRole("button", { name: "Pause them" }).click();
  await expect(page.getByText("Done. The visits below are as they are now.")).toBeVisible();

  await panel.getByRole("button", { name: "End it after these visits" }).click();
  await expect(panel.getByText(/^It ends after the visit on /)).toBeVisible();

  await panel.getByRole("button", { name: "Cancel the rest" }).click();
  await page.getByRole("button", { name: "See what it means" }).click();
  await expect(page.getByText(`${count - 1} visits change`)).toBeVisible();
  const rest = pounds(await page.getByText("Goes back to you").locator("xpath=../dd").textContent());
  expect(skipped + rest).toBe(total);
  await page.getByRole("button", { name: "Cancel them" }).click();
  await expect(panel.getByText("Cancelled", { exact: true })).toBeVisible();

  const team = await (await browser.newContext()).newPage();
  await signIn(team, "admin");
  const entries = () => call<Legs>(team, "GET", `/api/orders/${number}/ledger`);
  await expect.poll(async () => owedBy(await entries(), "clearing")).toBe(0);
  for (const role of ["revenue", "tax"]) expect(owedBy(await entries(), role)).toBe(0);
  const order = await call<{ state: string; paid_amount: number }>(team, "GET", `/api/orders/${number}`);
  expect(order).toMatchObject({ state: "cancelled", paid_amount: 0 });
  await team.context().close();
});

test("and all is as it was", async ({ page }) => {
  await signIn(page, "admin");
  await call(page, "PUT", SETTINGS, { values: { charging: "per_visit" } });
});
