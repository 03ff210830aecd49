// The links in letters about accounts, as a person opens them from the mailbox.
import { expect, type Page } from "@playwright/test";
import { mailTo } from "./journey";
import { open, ready } from "./team";

/** Opens the link of the newest letter about `subject`; on this page, or on another browser's. */
export async function openLetter(page: Page, address: string, subject: RegExp): Promise<void> {
  const { text } = await mailTo(page, address, subject);
  const link = /https?:\S+\/(?:verify|reset|join-account)\/\S+/.exec(text)?.[0];
  expect(link, text).toBeDefined();
  await page.goto(link ?? "");
}

/** An account of one's own: nobody else in this run has it. */
export function somebody(name = "Nora Newcomer") {
  const unique = crypto.randomUUID().slice(0, 8);
  return { name, email: `nora.${unique}@example.org`, password: `a harbour of ${unique} boats` };
}

export type Somebody = ReturnType<typeof somebody>;

/** Signs up, opens the letter and is signed in. */
export async function signUpAs(page: Page, person: Somebody): Promise<void> {
  await open(page, "/signup/");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Look in your mailbox" })).toBeVisible();
  await openLetter(page, person.email, /Confirm your e-mail address/);
  await ready(page);
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  await page.waitForURL(/\/cus\/dashboard\/$/);
}

/** Signs in by e-mail and password; what comes next is the caller's to see. */
export async function signInAs(page: Page, { email, password }: Omit<Somebody, "name">): Promise<void> {
  await open(page, "/login/");
  await page.getByLabel("User name or e-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
