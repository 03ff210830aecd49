// The money of an order for those who are no administrators: a cleaner takes it at the door, a manager gives some back.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { as, book, open, signIn } from "./team";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a cleaner opens the order of a visit, reads what is owed, and takes it", async ({ page }) => {
  await signIn(page, "tom");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days: [4, 6] });
  await as(page, "james");
  await open(page, "/st/dashboard/");
  await page
    .getByRole("link", { name: /^Order and payment: .*/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/st\/orders\/[A-Z0-9-]+\/$/);
  await open(page, `/st/orders/${number}/`);
  await expect(page.getByRole("heading", { level: 1, name: `Order ${number}` })).toBeVisible();
  await expect(page.getByText(/^£[\d.]+ is still owed\.$/)).toBeVisible();
  await expect(button(page, "Give money back")).toHaveCount(0);
  await expect(button(page, "Books")).toHaveCount(0);
  await button(page, "Take a payment").click();
  await expectAccessible(page);
  await button(page, "Write it down").click();
  await expect(page.getByText("The payment is written down")).toBeVisible();
  await expect(page.getByText(/ paid, cash/)).toBeVisible();
  await expect(button(page, "Take a payment")).toHaveCount(0);
  await open(page, "/st/orders/visit/00000000-0000-7000-8000-000000000000/");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not here" })).toBeVisible();
});

test("a manager finds the order, takes money, gives it back with a reason, and it waits to be given by hand", async ({
  page,
}) => {
  await signIn(page, "tom");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days: [8, 10] });
  await as(page, "cashier");
  await open(page, "/man/orders/");
  await page.getByRole("link", { name: number }).click();
  await button(page, "Take a payment").click();
  await page.getByLabel("Paid with").selectOption({ label: "card reader" });
  await button(page, "Write it down").click();
  await expect(page.getByText(/ paid, card reader/)).toBeVisible();

  await button(page, "Give money back").click();
  await button(page, "All of it: Handyman visit").click();
  const all = await page.getByRole("textbox", { name: "Handyman visit, in GBP" }).inputValue();
  await page.getByRole("textbox", { name: "Handyman visit, in GBP" }).fill("10");
  expect(Number(all)).toBeGreaterThan(10);
  await expect(page.getByText("£10.00 by hand, paid by card reader")).toBeVisible();
  await button(page, "Give £10.00 back").click();
  await expect(page.getByText("Say why, for the record.")).toBeVisible();
  await page.getByRole("textbox", { name: "Reason" }).fill("A shelf was not hung");
  await expectAccessible(page);
  await button(page, "Give £10.00 back").click();
  await expect(page.getByText("£10.00 is to be given back by hand.")).toBeVisible();
  await expect(page.getByText("A shelf was not hung")).toBeVisible();

  await open(page, "/man/dashboard/");
  await page.getByRole("link", { name: "Money to give back by hand" }).click();
  await expect(page).toHaveURL(/\/man\/payments\/\?to_give=true$/);
  await expectAccessible(page);
  const row = page.getByRole("row", { name: new RegExp(number) });
  await row.getByRole("link").nth(1).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Money is to go back" })).toContainText(
    "A shelf was not hung",
  );
  await page.getByRole("link", { name: number }).click();
  await button(page, "It is given back").click();
  await expect(button(page, "It is given back")).toHaveCount(0);
  await open(page, "/man/payments/?to_give=true");
  await expect(page.getByRole("row", { name: new RegExp(number) })).toHaveCount(0);
});
