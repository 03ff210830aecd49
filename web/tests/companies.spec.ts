// Signing in with another company: the whole round through its stand-in, the refusal there, and the security page.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { somebody } from "./inbox";
import { open, ready } from "./team";

/** Agrees on the company's page, as somebody with a mailbox that the company runs. */
async function agree(page: Page, email: string, name: string): Promise<void> {
  await page.getByLabel("Address", { exact: true }).fill(email);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Continue as this person" }).click();
}

async function goTo(page: Page, company: string): Promise<void> {
  await page.getByRole("button", { name: `Continue with ${company}` }).click();
  await expect(page.getByRole("heading", { name: `Sign in with ${company}` })).toBeVisible();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1/);
}

test("a new customer signs up with Google, signs out, signs in again, and connects Apple", async ({
  page,
}) => {
  const email = `nora.${crypto.randomUUID().slice(0, 8)}@gmail.com`;
  await open(page, "/signup/");
  await goTo(page, "Google");
  await agree(page, email, "Nora Newcomer");
  await page.waitForURL(/\/cus\/dashboard\/$/);
  await expect(page.getByRole("heading", { level: 1, name: "Hello Nora" })).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/");

  await open(page, "/cus/orders/");
  await page.waitForURL(/\/login\/\?next=/);
  await ready(page);
  await expectAccessibleInBoth(page);
  await expectFits(page, 360);
  await goTo(page, "Google");
  await agree(page, email, "Nora Newcomer");
  await page.waitForURL(/\/cus\/orders\/$/);

  await open(page, "/cus/security/");
  const companies = page.getByRole("region", { name: "Accounts with other companies" });
  await expect(companies.getByRole("listitem")).toHaveText([/Google\s*nora\./]);
  await companies.getByRole("button", { name: "Remove Google" }).click();
  await expect(companies.getByRole("alert")).toContainText("Choose a password first");
  await expect(page.getByText("This account has no password yet")).toBeVisible();
  await companies.getByRole("button", { name: "Connect Apple" }).click();
  await agree(page, `x${crypto.randomUUID().slice(0, 8)}@privaterelay.appleid.com`, "Nora Newcomer");
  await expect(companies.getByRole("status")).toContainText("Apple can sign you in now");
  await expect(page).toHaveURL(/\/cus\/security\/$/);
  await expect(companies.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await companies.getByRole("button", { name: "Remove Google" }).click();
  await expect(companies.getByRole("listitem")).toHaveCount(1);
});

test("stopping at the company leads back with words and ways on, and an unproven address to the mailbox", async ({
  page,
}) => {
  await open(page, "/login/?next=/booking/");
  await goTo(page, "Microsoft");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You stopped at Microsoft");
  await ready(page);
  await expectAccessibleInBoth(page);
  await expectFits(page, 360);
  await expect(page.getByRole("link", { name: "Sign in another way" })).toHaveAttribute(
    "href",
    /next=%2Fbooking/,
  );
  await page.getByRole("button", { name: "Try again with Microsoft" }).click();
  await agree(page, somebody().email, "Nora Newcomer");
  await expect(page.getByRole("status").filter({ hasText: "Look in your mailbox" })).toBeVisible();
  await expectAccessible(page);
});
