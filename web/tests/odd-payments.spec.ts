// Payments that need somebody: one of the highest risk held and approved, one refused with its money back, and a dispute that is
// answered and lost. The stand-in's book and ours agree afterwards.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, mainAction, someGuest, toLastStep } from "./journey";
import { call, open, signIn } from "./team";
import { checkBooks, payWith, takeCards } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));
test.afterAll(checkBooks);

const HIGHEST = "4000 0000 0000 4954";
const DISPUTED = "4000 0000 0000 0259";
const company = process.env.STRIPE_STAND_IN_URL ?? "";

async function payBy(page: Page, card: string, day: number) {
  const guest = someGuest();
  await toLastStep(page, guest, { day });
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await mainAction(page, /^Book and pay £/).click();
  await payWith(page, card);
  return guest;
}

const numberOn = async (page: Page) =>
  (await page
    .getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    .first()
    .textContent()) ?? "";

/** What stands at the company by the order's entries: minor units. */
async function sumOf(page: Page, number: string, role: string): Promise<number> {
  const entries = await call<{ legs: { role: string; debit: number; credit: number }[] }[]>(
    page,
    "GET",
    `/api/orders/${number}/ledger`,
  );
  return entries
    .flatMap(({ legs }) => legs)
    .filter((leg) => leg.role === role)
    .reduce((sum, { debit, credit }) => sum + debit - credit, 0);
}

const held: { number: string; email: string }[] = [];

test("a payment of the highest risk: the guest reads a calm sentence, and the order waits", async ({
  page,
}) => {
  test.slow();
  for (const day of [11, 12]) {
    const guest = await payBy(page, HIGHEST, day);
    await expect(
      page.getByRole("heading", { level: 1, name: "Thank you. We have your payment." }),
    ).toBeVisible();
    await expect(page.getByText(/We look at it once more/)).toBeVisible();
    held.push({ number: await numberOn(page), email: guest.email });
  }
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
});

test("one is approved and stands, one is refused and paid back", async ({ page }) => {
  const [good, bad] = held;
  if (!good || !bad) throw new Error("two were held");
  await signIn(page, "admin");
  await open(page, "/ad/payments/review/");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  const row = (number: string) => page.getByRole("main").locator("ul > li").filter({ hasText: number });
  await expect(row(good.number)).toContainText("the payment company sees the highest risk");
  await row(good.number).getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(`${good.number} stands`)).toBeVisible();
  await row(bad.number).getByRole("button", { name: "Refuse", exact: true }).click();
  await row(bad.number)
    .getByRole("button", { name: /^Refuse and give back £/ })
    .click();
  await expect(page.getByText(`${bad.number} is refused, its money goes back`)).toBeVisible();
  await mailTo(page, good.email, /You're booked/);
  await mailTo(page, bad.email, /could not be accepted/);
  await expect.poll(() => sumOf(page, bad.number, "revenue"), { timeout: 30_000 }).toBe(0);
});

test("a dispute is answered with our records, and lost: the books say so", async ({ page }) => {
  test.slow();
  await page.context().clearCookies();
  await payBy(page, DISPUTED, 13);
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  const number = await numberOn(page);
  await signIn(page, "admin");
  const row = page.getByRole("main").locator("ul > li").filter({ hasText: number });
  await expect(async () => {
    await open(page, "/ad/payments/disputes/");
    await expect(row).toContainText("Needs an answer", { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  const file = await page.request.get(
    (await row.getByRole("link", { name: "Our records as a file" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toContain(number);
  await row.getByLabel(/^Words of your own/).fill("They let us in themselves.");
  await row.getByRole("button", { name: "Send to Stripe" }).click();
  await expect(row).toContainText("Under review");
  const { items } = await call<{ items: { order_number: string; amount: number }[] }>(
    page,
    "GET",
    "/api/disputes",
  );
  const amount = items.find((each) => each.order_number === number)?.amount ?? 0;

  // The bank decides, at the company's end.
  const theirs = /Reference (du_\w+)/.exec(await file.text())?.[1] ?? "";
  const decided = await page.request.post(`${company}/_control/decide`, {
    data: { id: theirs, status: "lost" },
  });
  expect(decided.status()).toBe(200);
  await expect(async () => {
    await open(page, "/ad/payments/disputes/");
    await expect(row).toContainText("Lost", { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect.poll(() => sumOf(page, number, "disputes")).toBe(amount);
  expect(await sumOf(page, number, "revenue")).toBeLessThan(0);
});
