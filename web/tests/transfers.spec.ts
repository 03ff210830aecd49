// Paid by bank transfer: switched on in the settings, the customer reads where to send it, and the bank's file, sent in twice,
// books what came: the right amount, too little, too much. The books balance afterwards.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, someGuest, toLastStep } from "./journey";
import { call, open, signIn } from "./team";
import { checkBooks } from "./till";

test.afterAll(checkBooks);

test.describe.configure({ mode: "serial" });

const SETTINGS = "/ad/settings/valclean/";
const numbers: { number: string; email: string; amount: number }[] = [];

async function switchTransfers(page: Page, on: boolean): Promise<void> {
  await signIn(page, "admin");
  await open(page, SETTINGS);
  await page.getByRole("checkbox", { name: "Take bank transfers" }).setChecked(on);
  if (on) {
    await page.getByRole("textbox", { name: "Name of the account" }).fill("VALClean Ltd");
    await page.getByRole("textbox", { name: "Sort code" }).fill("200000");
    await page.getByRole("textbox", { name: "Account number" }).fill("12345678");
  }
  await page.getByRole("button", { name: "Save: Bank transfers" }).click();
  await expect(page.getByText("Bank transfers: saved")).toBeVisible();
}

async function bookByTransfer(page: Page, day: number): Promise<void> {
  const guest = someGuest();
  await toLastStep(page, guest, { day });
  await page.getByRole("radio", { name: /^Pay by bank transfer/ }).check();
  await mainAction(page, /^Book for £/).click();
  await expect(page.getByRole("heading", { level: 1, name: "Almost booked" })).toBeVisible();
  const number =
    (await page
      .getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      .first()
      .textContent()) ?? "";
  const panel = page.getByRole("region", { name: /^Send us £[\d.]+ by bank transfer$/ });
  await expect(panel).toContainText("20-00-00");
  await expect(panel).toContainText(number);
  const price = /£([\d.]+)/.exec((await panel.getByRole("heading").textContent()) ?? "")?.[1] ?? "";
  numbers.push({ number, email: guest.email, amount: Number(price) });
}

/** A file as Starling writes it. */
async function sendFile(page: Page, rows: string[]): Promise<void> {
  const head = "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)";
  const text = [head, ...rows].join("\n");
  await open(page, "/ad/payments/transfers/");
  await page
    .getByLabel("Statement as CSV")
    .setInputFiles({ name: "bank.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "of money in" })).toBeVisible();
}

test("an administrator tells the account, and three guests read where to send their money", async ({
  page,
}) => {
  test.slow();
  await switchTransfers(page, true);
  await page.context().clearCookies();
  for (const day of [8, 9, 10]) await bookByTransfer(page, day);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  const [first] = numbers;
  const letter = await mailTo(page, first?.email ?? "", /^Please send £/);
  for (const part of ["VALClean Ltd", "20-00-00", "12345678", first?.number ?? ""])
    expect(letter.text).toContain(part);
});

test("the bank's file books what came, once however often it is sent", async ({ page }) => {
  test.slow();
  const [exact, less, more] = numbers;
  if (!exact || !less || !more) throw new Error("three were booked");
  const day = (await call<{ placed_at: string }>(await asAdmin(page), "GET", `/api/orders/${exact.number}`))
    .placed_at;
  const on = day.slice(0, 10).split("-").reverse().join("/");
  const rows = [
    `${on},Nora Newcomer,${exact.number},FASTER PAYMENT,${exact.amount.toFixed(2)},900.00`,
    `${on},Nora Newcomer,ref ${less.number.replaceAll("-", "").toLowerCase()},FASTER PAYMENT,${(less.amount - 10).toFixed(2)},900.00`,
    `${on},Nora Newcomer,${more.number},FASTER PAYMENT,${(more.amount + 5).toFixed(2)},900.00`,
    `${on},Somebody Else,rent,FASTER PAYMENT,1.23,900.00`,
    `${on},Landlord,rent,FASTER PAYMENT,-500.00,400.00`,
  ];
  await sendFile(page, rows);
  await expect(page.getByText("4 new lines of money in")).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("button", { name: "Book this line" }).click();
  await expect(page.getByText("1 line is booked")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Sure/ })).toHaveCount(0);

  const line = (text: string) => page.getByRole("listitem").filter({ hasText: text });
  const tooMuch = line(`£${(more.amount + 5).toFixed(2)}`);
  await expect(tooMuch).toContainText("£5.00 too much");
  await tooMuch.getByRole("button", { name: "Book it" }).click();
  await expect(
    page.getByRole("heading", { name: "Please look" }).locator("..").getByRole("listitem"),
  ).toHaveCount(1);
  await expect(page.getByText("£10.00 too little")).toBeVisible();
  await page.getByRole("button", { name: "Book it" }).first().click();
  await expect(page.getByRole("heading", { name: "Please look" })).toHaveCount(0);
  await line("Somebody Else").getByRole("button", { name: "Not for an order" }).click();
  await expect(page.getByText("Nothing to look at")).toBeVisible();

  await sendFile(page, rows);
  await expect(page.getByText("0 new lines of money in")).toBeVisible();
  await mailTo(page, exact.email, /You're booked/);
  await mailTo(page, less.email, /^£10 is still missing/);
  const states = await Promise.all(
    [exact, less, more].map(({ number }) => call<{ state: string }>(page, "GET", `/api/orders/${number}`)),
  );
  expect(states.map(({ state }) => state)).toEqual(["confirmed", "placed", "confirmed"]);
});

test("too much is given back by hand, the rest of too little is taken, and the books say so", async ({
  page,
}) => {
  const [, less, more] = numbers;
  if (!less || !more) throw new Error("three were booked");
  await asAdmin(page);
  await open(page, `/ad/orders/${more.number}/`);
  await page.getByRole("button", { name: "It is given back" }).click();
  await expect(page.getByRole("button", { name: "It is given back" })).toHaveCount(0);
  await open(page, `/ad/orders/${less.number}/`);
  await page.getByRole("button", { name: "Take a payment" }).click();
  await page.getByLabel("Paid with").selectOption("bank_transfer");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText(/^£10\.00 paid, bank transfer/)).toBeVisible();
  for (const { number, amount } of [less, more]) {
    const entries = await call<{ legs: { role: string; debit: number; credit: number }[] }[]>(
      page,
      "GET",
      `/api/orders/${number}/ledger`,
    );
    const sum = (role: string) =>
      entries
        .flatMap(({ legs }) => legs)
        .filter((leg) => leg.role === role)
        .reduce((total, { debit, credit }) => total + debit - credit, 0);
    expect(sum("bank")).toBe(Math.round(amount * 100));
    expect(sum("suspense")).toBe(0);
  }
});

test("and transfers are switched off again", async ({ page }) => {
  await switchTransfers(page, false);
});

async function asAdmin(page: Page): Promise<Page> {
  await signIn(page, "admin");
  return page;
}
