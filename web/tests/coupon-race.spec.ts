// A coupon's last use, wanted by two guests at the same instant: one gets it, the other has paid nothing, is told so calmly with
// the new total, and books for that. Both pay by card, and the books are balanced.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { mainAction, someGuest, toLastStep } from "./journey";
import { call, open, signIn } from "./team";
import { checkBooks, payWith, takeCards, VISA } from "./till";

test.describe.configure({ mode: "serial" });
test.beforeAll(({ browser }) => takeCards(browser));

const code = `LAST-${crypto.randomUUID().slice(0, 6).toUpperCase()}`;
const onThePage = (page: Page) => page.getByRole("heading", { level: 1, name: /^Pay GBP/ });
const refused = (page: Page) => page.getByRole("alert").filter({ hasText: `${code} cannot be used` });
const booked = (page: Page) => page.getByRole("heading", { level: 1, name: "Booked. See you then!" });

type Choices = { businesses: { id: string; slug: string }[] };
type Coupon = { id: string; code: string; uses: number; given_amount: number };

/** Everything but the last press, with a code named and the lower price on the button. */
async function ready(page: Page, day: number, code: string): Promise<void> {
  await toLastStep(page, someGuest(), { day });
  await page.getByText("I have a code").click();
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Use the code" }).click();
  await expect(page.getByText(`${code} takes off £10`)).toBeVisible();
  await page.getByRole("radio", { name: /^Pay now: card or wallet/ }).check();
  await expect(mainAction(page, "Book and pay £38")).toBeVisible();
}

/** By the administrator signed in on this page. */
async function newCoupon(page: Page, code: string): Promise<Coupon> {
  const { businesses } = await call<Choices>(page, "GET", "/api/catalogue/choices");
  const business_id = businesses.find(({ slug }) => slug === "valclean")?.id;
  return call(page, "POST", "/api/coupons", { business_id, code, amount: 1_000, limit: 1 });
}

test("an administrator makes a coupon with one use", async ({ page }) => {
  await signIn(page, "admin");
  await newCoupon(page, code);
});

test("a coupon that ended while its total was read is named as the reason", async ({ page, browser }) => {
  const ended = `ENDED-${crypto.randomUUID().slice(0, 6).toUpperCase()}`;
  await signIn(page, "admin");
  const { id } = await newCoupon(page, ended);
  const guest = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await ready(guest, 10, ended);
  await call(page, "POST", `/api/coupons/${id}/archive`, { archived: true });
  await mainAction(guest, "Book and pay £38").click();
  const told = guest.getByRole("alert").filter({ hasText: `${ended} cannot be used` });
  await expect(told).toContainText("Without the code it comes to £48");
  await expect(mainAction(guest, "Book and pay £48")).toBeVisible();
  await guest.context().close();
});

test("two guests press at once: one gets it, the other is told the new total before paying", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const guests = await Promise.all(
    [0, 1].map(async () => (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()),
  );
  for (const [index, guest] of guests.entries()) await ready(guest, 8 + index, code);
  await Promise.all(guests.map((guest) => mainAction(guest, "Book and pay £38").click()));
  for (const guest of guests) await expect(onThePage(guest).or(refused(guest))).toBeVisible();
  const lost = await Promise.all(guests.map((guest) => refused(guest).isVisible()));
  expect(lost.filter(Boolean), "one of the two, and one alone").toHaveLength(1);
  const winner = guests[lost.indexOf(false)] as Page;
  const loser = guests[lost.indexOf(true)] as Page;

  await expect(refused(loser)).toContainText("It has been used as often as it could be.");
  await expect(refused(loser)).toContainText(
    "Nothing has been booked or paid. Without the code it comes to £48",
  );
  await expectAccessibleInBoth(loser);
  await expectFits(loser, 360);
  await expect(mainAction(loser, "Book and pay £48")).toBeVisible();
  await expect(loser.getByRole("row", { name: `${code} -£10.00` })).toHaveCount(0);

  await payWith(winner, VISA);
  await expect(booked(winner)).toBeVisible();
  await expect(winner.getByText(/^£38\.00 paid, Visa 4242/)).toBeVisible();

  await mainAction(loser, "Book and pay £48").click();
  await payWith(loser, VISA);
  await expect(booked(loser)).toBeVisible();
  await expect(loser.getByText(/^£48\.00 paid, Visa 4242/)).toBeVisible();

  await signIn(page, "admin");
  const found = (await call<Coupon[]>(page, "GET", "/api/coupons")).find((each) => each.code === code);
  expect(found).toMatchObject({ uses: 1, given_amount: 1_000 });
  checkBooks();
  for (const guest of guests) await guest.context().close();
});

test("an administrator reads what it gave", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/pricing/coupons/");
  await expect(page.getByText("-£10 · everything · 1 of 1 used · £10 given").first()).toBeVisible();
});
