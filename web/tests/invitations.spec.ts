// Inviting staff and managers: the letter, its link that works once, a new account or the one there is already.
import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { type Somebody, signInAs, signUpAs, somebody } from "./inbox";
import { mailTo } from "./journey";
import { open, passwordOf, proven, ready, signIn } from "./team";

const PASSWORD = "a harbour of quiet boats";

async function invite(page: Page, person: Somebody, role: "Staff member" | "Manager"): Promise<void> {
  await open(page, "/ad/invitations/");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  const form = page.getByRole("region", { name: "Invite somebody" });
  await form.getByLabel("Joins as").selectOption({ label: role });
  if (role === "Manager") await page.getByLabel("Access to begin with").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Send the invitation", exact: true }).click();
  await expect(page.getByText(`The invitation to ${person.name} is on its way`)).toBeVisible();
}

async function linkIn(page: Page, person: Somebody, subject: RegExp): Promise<string> {
  const { text } = await mailTo(page, person.email, subject);
  const link = /https?:\S+\/invited\/\S+/.exec(text)?.[0];
  expect(link, text).toBeDefined();
  return link ?? "";
}

async function fresh(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test("a staff member joins by the letter, once", async ({ page, browser }) => {
  const ivy = somebody(`Ivy ${crypto.randomUUID().slice(0, 6)}`);
  await signIn(page, "admin");
  await open(page, "/ad/invitations/");
  await page.getByLabel("E-mail address").fill("nobody");
  await page.getByRole("button", { name: "Send the invitation", exact: true }).click();
  await expect(page.getByText("Write an e-mail address such as name@example.com.").first()).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("nobody");
  await page.getByLabel("E-mail address").fill(ivy.email);
  await page.getByLabel("Name", { exact: true }).fill(ivy.name);
  const send = page.getByRole("button", { name: "Send the invitation", exact: true });
  await send.click();
  const asked = page.getByRole("dialog", { name: "Is it you?" });
  await expect(asked.getByLabel("Your password")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(asked).toHaveCount(0);
  await expect(send).toBeFocused();
  await expect(page.getByLabel("E-mail address")).toHaveValue(ivy.email);
  // Left while the password is looked at: nothing is sent, and what was said counts for the next press.
  let posted = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/invitations")) posted += 1;
  });
  await page.route(
    "**/auth/reauthenticate",
    async (route) => {
      await page.keyboard.press("Escape");
      await expect(asked).toHaveCount(0);
      await route.continue();
    },
    { times: 1 },
  );
  await send.click();
  await asked.getByLabel("Your password").fill(passwordOf("admin"));
  const heard = page.waitForResponse("**/auth/reauthenticate");
  await page.keyboard.press("Enter");
  await heard;
  await page.evaluate(() => fetch("/api/me").then((answer) => answer.text())); // by then it would have been sent
  expect(posted).toBe(1);
  await send.click();
  await expect(page.getByText(`The invitation to ${ivy.name} is on its way`)).toBeVisible();
  expect(posted).toBe(2);
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);

  const own = await fresh(browser);
  const link = await linkIn(own, ivy, /^Join VALClean/);
  await own.goto(link);
  await expect(own.getByText("Val Adams invites you to work with VALClean.")).toBeVisible();
  const password = own.getByLabel("Password", { exact: true });
  await password.fill("short");
  await own.getByRole("button", { name: "Join" }).click();
  await expect(own.getByText("This password is too short")).toBeVisible();
  await expect(password).toHaveValue("short");
  await expectAccessible(own);
  await password.fill(PASSWORD);
  await own.getByRole("button", { name: "Join" }).click();
  await own.waitForURL(/\/st\/dashboard\/$/);

  const second = await fresh(browser);
  await second.goto(link);
  await expect(second.getByRole("alert").filter({ hasText: "This invitation was used" })).toBeVisible();
  await page.reload();
  const row = page.getByRole("row").filter({ hasText: ivy.email });
  await expect(row).toContainText("Joined");
  await page.getByLabel("State").selectOption({ label: "Expired" });
  await expect(page).toHaveURL(/state=expired/);
  await expect(row).toBeHidden();
  await page.getByLabel("State").selectOption({ label: "Joined" });
  await page.getByLabel("Sort by").selectOption({ label: "Name, A to Z" });
  await expect(page).toHaveURL(/state=accepted.*sort=name/);
  await page.reload();
  await expect(row).toContainText("Joined");
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^\uFEFFName,E-mail,Joins as,/);
  expect(text).toContain(`${ivy.name},${ivy.email},Staff member,VALClean,`);
});

test("a manager begins with a template; a letter sent again makes the first link void; taken back, none opens", async ({
  page,
  browser,
}) => {
  const max = somebody(`Mona ${crypto.randomUUID().slice(0, 6)}`);
  await signIn(page, "admin");
  await proven(page, "admin");
  await invite(page, max, "Manager");
  const own = await fresh(browser);
  const first = await linkIn(own, max, /^Look after people at VALClean/);
  await page.getByRole("button", { name: `Send again to ${max.name}` }).click();
  await expect(page.getByText("The link before it no longer works.", { exact: false })).toBeVisible();
  await own.goto(first);
  await expect(own.getByRole("alert").filter({ hasText: "This link no longer works" })).toBeVisible();
  await expect
    .poll(async () => linkIn(own, max, /^Look after people at VALClean/), { timeout: 20_000 })
    .not.toBe(first);
  const newest = await linkIn(own, max, /^Look after people at VALClean/);
  await own.goto(newest);
  await own.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await own.getByRole("button", { name: "Join" }).click();
  await own.waitForURL(/\/man\/dashboard\/$/);

  const gone = somebody(`Gone ${crypto.randomUUID().slice(0, 6)}`);
  await invite(page, gone, "Staff member");
  const link = await linkIn(own, gone, /^Join VALClean/);
  await page.getByRole("button", { name: `Take back the invitation to ${gone.name}` }).click();
  await expect(page.getByRole("row").filter({ hasText: gone.email })).toContainText("Taken back");
  await expect(page.getByRole("heading", { name: "Who was invited" })).toBeFocused();
  const stranger = await fresh(browser);
  await stranger.goto(link);
  await expect(stranger.getByRole("alert").filter({ hasText: "This link no longer works" })).toBeVisible();
});

test("somebody with an account signs in and accepts; another account is told to sign out", async ({
  page,
  browser,
}) => {
  const nora = somebody();
  const customer = await fresh(browser);
  await signUpAs(customer, nora);
  await signIn(page, "admin");
  await proven(page, "admin");
  await invite(page, nora, "Staff member");
  const link = await linkIn(page, nora, /^Join VALClean/);
  await page.goto(link);
  await expect(page.getByText("Somebody else is signed in here")).toBeVisible();
  const own = await fresh(browser);
  await own.goto(link);
  await expect(own.getByText("You have an account already")).toBeVisible();
  await own.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await own.waitForURL(/\/login\//);
  await ready(own);
  await own.getByLabel("User name or e-mail").fill(nora.email);
  await own.getByLabel("Password", { exact: true }).fill(nora.password);
  await own.getByRole("button", { name: "Sign in", exact: true }).click();
  await own.waitForURL(/\/invited\//);
  await own.getByRole("button", { name: "Accept the invitation" }).click();
  await own.waitForURL(/\/st\/dashboard\/$/);
  const again = await fresh(browser);
  await signInAs(again, nora);
  await again.waitForURL(/\/st\/dashboard\/$/);
});
