// Prices: an administrator makes a weekend rule and a coupon with one use, tries them out, and a guest sees both line by line
// and books for what was shown; the next one is told politely that the coupon is used up.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  agree,
  chooseService,
  expectStep,
  giveDetails,
  givePostcode,
  mainAction,
  pressBook,
  someGuest,
} from "./journey";
import { add } from "./phone";
import { call, open, signIn } from "./team";

const unique = () => crypto.randomUUID().slice(0, 6).toUpperCase();
const narrow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

type Choices = {
  businesses: { id: string; slug: string }[];
  categories: { id: string; business_id: string }[];
  staff: { id: string; name: string }[];
};

/** A service for £50.00 that Grace delivers, who works on Saturdays. */
async function newService(page: Page, name: string): Promise<void> {
  const { businesses, categories, staff } = await call<Choices>(page, "GET", "/api/catalogue/choices");
  const business = businesses.find(({ slug }) => slug === "valclean");
  await call(page, "POST", "/api/catalogue/services", {
    business_id: business?.id,
    category_id: categories.find(({ business_id }) => business_id === business?.id)?.id,
    name: { en: name },
    duration_minutes: 60,
    price_amount: 5_000,
    offerings: [{ staff_id: staff.find((each) => each.name.startsWith("Grace"))?.id }],
  });
}

/** The first free time of the first Saturday that has any. */
async function keepSaturday(page: Page): Promise<void> {
  await expectStep(page, "Time");
  const saturdays = page.getByRole("grid").getByRole("button", { name: /^Sat.* free times?$/ });
  await expect(page.getByRole("grid")).not.toHaveAttribute("aria-busy");
  for (let month = 0; month < 3 && (await saturdays.count()) === 0; month += 1) {
    await page.getByRole("button", { name: "Next month" }).click();
    await expect(page.getByRole("grid")).not.toHaveAttribute("aria-busy");
  }
  await saturdays.first().click();
  // What a Saturday costs more stands beside each of its times, and why below them.
  await expect(page.getByRole("radio", { name: /^\d\d:\d\d \+£12\.50$/ }).first()).toBeVisible();
  await expect(
    page.getByText(/^At some of these times the price differs: .*Weekend .* \+£12\.50/),
  ).toBeVisible();
  await page
    .getByRole("group", { name: /^Times on / })
    .getByRole("radio")
    .first()
    .check();
  await mainAction(page, /^Keep /).click();
  await expectStep(page, "Basket");
}

async function useCode(page: Page, code: string): Promise<void> {
  await page.getByText("I have a code").click();
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Use the code" }).click();
}

const row = (page: Page, name: string) => page.getByRole("row", { name });

test("a weekend rule and a coupon: made, tried, seen line by line, booked once", async ({
  page,
  browser,
}) => {
  const mark = unique();
  const [service, rule, code] = [`Balcony ${mark}`, `Weekend ${mark}`, `ONCE-${mark}`];
  await signIn(page, "admin");
  await newService(page, service);

  await open(page, "/ad/pricing/");
  await page.getByRole("link", { name: "New rule" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New rule" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(rule);
  await page.getByRole("group", { name: "What it is for" }).getByLabel(service, { exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write a whole number").first()).toBeVisible();
  await page.getByLabel("Percent", { exact: true }).fill("25");
  await page.getByLabel("Saturday").check();
  await page.getByLabel("Sunday").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: rule })).toBeVisible();
  await expect(page.getByText(`+25% · ${service} · Sat, Sun`)).toBeVisible();

  await open(page, "/ad/pricing/coupons/new/");
  await page.getByLabel(/^Code/).fill(code.toLowerCase());
  await page.getByLabel("It takes off").selectOption({ label: "An amount" });
  await page.getByLabel("Amount in GBP").fill("10");
  await page.getByLabel("By all together").fill("1");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: code })).toBeVisible();
  await expect(page.getByText("-£10 · everything · 0 of 1 used").first()).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await open(guest, "/booking/");
  await givePostcode(guest);
  await chooseService(guest, new RegExp(`^${service}`));
  await keepSaturday(guest);
  await expect(row(guest, `${rule} (+25%) £12.50`)).toBeVisible();
  await useCode(guest, "no such code");
  await expect(guest.getByText("We do not know this code. Please check how it is written.")).toBeVisible();
  await guest.getByLabel("Code", { exact: true }).fill(code.toLowerCase());
  await guest.keyboard.press("Enter");
  await expect(guest.getByText(`${code} takes off £10`)).toBeVisible();
  await expect(row(guest, `${code} -£10.00`)).toBeVisible();
  await expectAccessible(guest);
  await mainAction(guest, "Continue to your details").click();
  await giveDetails(guest, someGuest());
  await agree(guest);
  await expect(row(guest, `${rule} (+25%) £12.50`)).toBeVisible();
  await expect(mainAction(guest, "Book for £52.50")).toBeVisible();
  const number = await pressBook(guest);
  await guest.context().close();

  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("£52.50").first()).toBeVisible();
  await open(page, "/ad/pricing/coupons/");
  await expect(page.getByText("-£10 · everything · 1 of 1 used · £10 given").first()).toBeVisible();

  const late = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await open(late, "/booking/");
  await givePostcode(late);
  await chooseService(late, new RegExp(`^${service}`));
  await keepSaturday(late);
  await useCode(late, code);
  await expect(late.getByText("It has been used as often as it could be.")).toBeVisible();
  await expect(row(late, `${code} -£10.00`)).toHaveCount(0);
  await narrow(late);
  await late.context().close();

  // By phone the same code is told to be used up as well.
  await open(page, "/ad/book/");
  await add(page, service);
  await useCode(page, code);
  await expect(page.getByText("It has been used as often as it could be.")).toBeVisible();
});

test("what would this cost on a Saturday, with a code, and why not on another day", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "admin");
  await open(page, "/ad/pricing/try/");
  await page.getByLabel("Service", { exact: true }).selectOption({ label: "Lawn mowing" });
  await page.getByLabel("Day").fill("2027-06-05");
  await page.getByLabel("Postcode").fill("SW1");
  await page.getByLabel(/^Code/).fill("welcome10");
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(page.getByRole("heading", { name: "What it costs" })).toBeFocused();
  await expect(row(page, "Lawn mowing £30.00")).toBeVisible();
  await expect(row(page, "Saturday (+20%) £6.00")).toBeVisible();
  await expect(row(page, "WELCOME10 (-10%) -£3.60")).toBeVisible();
  await expect(page.getByText("£27.00 without VAT")).toBeVisible();
  await expectAccessible(page);
  await narrow(page);
  await page.getByLabel("Day").fill("2027-06-07");
  await page.getByLabel("It is the customer’s first order").uncheck();
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(row(page, "Saturday (+20%) £6.00")).toHaveCount(0);
  await expect(page.getByText("Saturday: does not hold: the day of the week")).toBeVisible();
  await expect(page.getByText("WELCOME10: It is for a first order.")).toBeVisible();
});

test("a price for each bedroom is charged by the answer", async ({ page }) => {
  const mark = unique();
  await signIn(page, "admin");
  await open(page, "/ad/pricing/rules/new/");
  await page.getByLabel("Name", { exact: true }).fill(`Bedrooms ${mark}`);
  await page
    .getByRole("group", { name: "What it is for" })
    .getByLabel("End of tenancy clean", { exact: true })
    .check();
  await page.getByLabel("How much", { exact: true }).selectOption({ label: "An amount for each one" });
  await page.getByLabel("Amount in GBP").fill("15");
  await page.getByLabel("Question").selectOption({ label: "How many bedrooms?" });
  await page.getByLabel("Included").fill("1");
  // It holds far in the future alone, so that no other test sees it.
  await page.getByLabel("First day").fill("2031-01-01");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: `Bedrooms ${mark}` })).toBeVisible();
  await open(page, "/ad/pricing/try/");
  await page.getByLabel("Service", { exact: true }).selectOption({ label: "End of tenancy clean" });
  await page.getByLabel("Day").fill("2031-03-03");
  await page.getByLabel("How many bedrooms?").fill("4");
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(row(page, `3 × Bedrooms ${mark} £45.00`)).toBeVisible();
});
