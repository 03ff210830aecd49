// Invoices in the browser: on the page of a booking, in the account, in the team's list; paid, credited, in statements, and
// as files for accountants.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { mailTo, pressBook, someGuest, toLastStep } from "./journey";
import { as, book, call, open, ready, signIn } from "./team";
import { checkBooks } from "./till";

test.afterAll(checkBooks);

type Invoice = { number: string; order_number: string; state: string; total_amount: number };

/** The worker writes invoices: soon, not at once. */
async function invoiceOf(page: Page, order: string): Promise<Invoice> {
  let found: Invoice[] = [];
  await expect
    .poll(async () => {
      found = await call<Invoice[]>(page, "GET", `/api/orders/${order}/invoices`);
      return found.length;
    })
    .toBeGreaterThan(0);
  const [first] = found;
  if (!first) throw new Error("no invoice");
  return first;
}

const link = (page: Page, kind: "Invoice" | "Credit note") =>
  page.getByRole("link", { name: new RegExp(`^${kind} VC-(INV|CN)-\\d{6}`) });

async function expectPdf(page: Page, href: string | null): Promise<void> {
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
}

test("a guest finds the invoice where the booking is, and the credit note after calling it off", async ({
  page,
}) => {
  const guest = someGuest();
  await toLastStep(page, guest, { day: 7, nth: 2 });
  await pressBook(page);
  await expect(link(page, "Invoice")).toBeVisible();
  await expect(link(page, "Invoice")).toContainText("To be paid");
  await expectPdf(page, await link(page, "Invoice").getAttribute("href"));
  await expectAccessibleInBoth(page);
  const mail = await mailTo(page, guest.email, /You're booked/);
  expect(mail.text).toContain("Your invoice, which is your receipt too");

  await page.getByRole("link", { name: "Move or cancel this booking" }).click();
  await page.getByRole("button", { name: "Cancel Regular clean" }).click();
  await page.getByRole("button", { name: "Cancel, free of charge" }).click();
  await expect(page.getByRole("main").getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(link(page, "Credit note")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(link(page, "Credit note")).toContainText(/corrects (TEST-)?VC-INV-\d{6}/);
  await expectPdf(page, await link(page, "Credit note").getAttribute("href"));
});

test("the team sees it paid; its customer has the receipt and a statement", async ({ page }) => {
  await signIn(page, "tom");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days: [29, 32] });
  const invoice = await invoiceOf(page, number);
  await open(page, "/cus/invoices/");
  const row = page.getByRole("row").filter({ hasText: invoice.number });
  await expect(row).toContainText("To be paid");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  await as(page, "admin");
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/ad/invoices/");
  await page.getByLabel("State").selectOption({ label: "To be paid" });
  await expect(page).toHaveURL(/state=open$/);
  await expect(page.getByRole("link", { name: invoice.number })).toBeVisible();
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("link", { name: /^Total/ }).click();
  await expect(page.getByRole("columnheader", { name: /^Total/ })).toHaveAttribute("aria-sort", "ascending");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain(invoice.number);

  await open(page, `/ad/orders/${number}/`);
  await expect(link(page, "Invoice")).toContainText("To be paid");
  await page.getByRole("button", { name: "Take a payment" }).click();
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("The payment is written down").first()).toBeVisible();
  await expect(link(page, "Invoice")).toContainText("Paid");

  await open(page, "/ad/invoices/");
  await page.getByRole("row").filter({ hasText: invoice.number }).getByRole("link", { name: /Tom/ }).click();
  const money = page.getByLabel("Money");
  for (const [choice, seen] of [
    ["Test money", 0],
    ["Real and test money", 1],
  ] as const) {
    await money.selectOption({ label: choice });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(money).toHaveValue(seen ? "all" : "test");
    await expect(page.getByRole("row").filter({ hasText: invoice.number })).toHaveCount(seen);
  }
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  await as(page, "tom");
  await open(page, `/cus/orders/${number}/`);
  await expect(link(page, "Invoice")).toContainText("Paid");
  await expectPdf(page, await link(page, "Invoice").getAttribute("href"));
  await open(page, "/cus/statement/");
  await expect(page.getByRole("row").filter({ hasText: invoice.number })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Payment" }).last()).toBeVisible();
  await expectPdf(page, await page.getByRole("link", { name: "Open as PDF" }).getAttribute("href"));
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByLabel("First day").fill("2031-01-02");
  await page.getByLabel("Last day").fill("2031-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText(/^Choose a first day, and a last day/)).toBeVisible();
});

test("accountants get a file, and the settings say who sells", async ({ page }) => {
  await signIn(page, "tom");
  const { number } = await book(page, { service: "handyman-visit", staff: "james", days: [33, 36] });
  const invoice = await invoiceOf(page, number);
  await as(page, "admin");
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/ad/invoices/");
  await page.getByRole("link", { name: "For the accountants" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "For the accountants" })).toBeVisible();
  await ready(page);
  await page.getByLabel("First day").first().fill("2020-01-01");
  await expect(page.getByText(/^Choose a first day, and a last day/)).toHaveCount(0);
  await page.getByLabel("First day").first().fill(new Date().toISOString().slice(0, 10));
  await expect(page.getByText(/^Choose a first day, and a last day/)).toBeVisible();
  await page.getByLabel("First day").first().fill("2026-01-01");
  await page.getByLabel("Last day").first().fill("2028-12-31");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toMatch(/^\uFEFF\*ContactName,EmailAddress,.*,Currency,BrandingTheme$/);
  expect(text).toContain(invoice.number);
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);

  await open(page, "/ad/settings/valclean/");
  await page.getByRole("textbox", { name: /^VAT number/ }).fill("nonsense");
  await page.getByRole("button", { name: "Save: Invoices" }).click();
  await expect(page.getByText("Write it with its country, such as GB123456789.").first()).toBeVisible();
  await page.getByRole("textbox", { name: /^VAT number/ }).fill("gb 999 9999 73");
  await page.getByRole("textbox", { name: /^Legal name/ }).fill("VALClean Limited");
  await page.getByRole("button", { name: "Save: Invoices" }).click();
  await expect(page.getByText("Invoices: saved")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^VAT number/ })).toHaveValue("GB999999973");
  await expectAccessible(page);
});
