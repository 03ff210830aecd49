// Opening an account and forgetting its password, through the real mailbox; and what a stranger is not told.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "./axe";
import { openLetter, signInAs, signUpAs, somebody } from "./inbox";
import { mailTo } from "./journey";
import { open, ready } from "./team";

test("from signing up to the own pages, through the letter", async ({ page }) => {
  const nora = somebody();
  await signUpAs(page, nora);
  await expect(page.getByRole("heading", { level: 1, name: "Hello Nora" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/");
  await signInAs(page, nora);
  await page.waitForURL(/\/cus\/dashboard\/$/);
});

test("an address that is not proven yet gets a letter instead of a session", async ({ page }) => {
  const nora = somebody();
  const answer = await page.request.get("/_allauth/browser/v1/config");
  expect(answer.ok()).toBe(true);
  await open(page, "/signup/");
  await page.getByLabel("Your name").fill(nora.name);
  await page.getByLabel("E-mail address").fill(nora.email);
  await page.getByLabel("Password", { exact: true }).fill(nora.password);
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByText(`We have written to ${nora.email}`)).toBeVisible();
  await signInAs(page, nora);
  await expect(page.getByRole("alert").filter({ hasText: "confirm your address first" })).toBeVisible();
});

test("a known address is told the same, and the letter says what is so", async ({ page }) => {
  await open(page, "/signup/");
  await page.getByLabel("Your name").fill("A Stranger");
  await page.getByLabel("E-mail address").fill("tom@example.com");
  await page.getByLabel("Password", { exact: true }).fill("a harbour of quiet boats");
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByText("We have written to tom@example.com")).toBeVisible();
  await mailTo(page, "tom@example.com", /You already have an account/);
});

test("a forgotten password, from the question to signing in with the new one", async ({ page, browser }) => {
  const nora = somebody();
  const phone = await browser.newContext();
  await signUpAs(await phone.newPage(), nora);
  await open(page, "/login/");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.waitForURL(/\/reset\/$/);
  await ready(page);
  await page.getByLabel("E-mail address").fill(nora.email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText(`We have written to ${nora.email}`)).toBeVisible();
  await openLetter(page, nora.email, /Choose a new password/);
  await ready(page);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("This password is too short")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("short");
  await page.getByLabel("New password").fill("quite another harbour");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "new password is saved" })).toBeVisible();
  // Whoever was signed in elsewhere is not any more.
  const [before] = phone.pages();
  await before?.goto("/cus/dashboard/");
  await expect(before ?? page).toHaveURL(/\/login\//);
  await openLetter(page, nora.email, /Choose a new password/);
  await ready(page);
  await page.getByLabel("New password").fill("a third harbour of many");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "no longer works" })).toBeVisible();
  await signInAs(page, { ...nora, password: "quite another harbour" });
  await page.waitForURL(/\/cus\/dashboard\/$/);
  await phone.close();
});

test("what is missing is said beside each question, and nothing typed is lost", async ({ page }) => {
  await open(page, "/signup/");
  await page.getByLabel("Your name").fill("Nora");
  await page.getByLabel("E-mail address").fill("nora at home");
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByText("This does not look like an e-mail address")).toBeVisible();
  await expect(page.getByText("Choose a password.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("Nora");
  await page.getByLabel("E-mail address").fill(somebody().email);
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Many people use this password")).toBeVisible();
});

test("axe finds nothing on the pages around signing in", async ({ page }) => {
  for (const path of ["/signup/", "/reset/", "/reset/a-key/", "/verify/a-key/"]) {
    await open(page, path);
    await page.getByRole("main").getByRole("button").first().click();
    await expectAccessibleInBoth(page);
  }
});

test("signed-in pages run only scripts with this answer's nonce", async ({ page }) => {
  await signUpAs(page, somebody());
  const answers = await Promise.all(
    ["/cus/dashboard/", "/cus/dashboard/"].map((path) => page.request.get(path)),
  );
  const nonces = answers.map((answer) => {
    const policy = answer.headers()["content-security-policy"] ?? "";
    const script = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
    expect(script).toContain("'strict-dynamic'");
    expect(script).not.toContain("unsafe");
    expect(policy).toContain("object-src 'none'; base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    return /'nonce-([^']+)'/.exec(script)?.[1];
  });
  expect(new Set(nonces).size).toBe(2);
  const html = (await answers[0]?.text()) ?? "";
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonces[0]}"`);
  const refused: string[] = [];
  page.on("console", (message) => refused.push(message.text()));
  await open(page, "/cus/dashboard/");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.wasRun = true'>");
  });
  await expect.poll(() => refused.some((text) => text.includes("Content Security Policy"))).toBe(true);
  expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
});
