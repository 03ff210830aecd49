// Ways into one's own account: a passkey instead of a password, an app's codes, and a session ended from elsewhere.
import { createHmac } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { signInAs, signUpAs, somebody } from "./inbox";
import { as, open, ready, sayPassword, signIn } from "./team";

/** The code an authenticator app shows now (RFC 6238: SHA-1, six digits, half a minute). */
function codeOf(secret: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/[\s=]/g, "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function openSecurity(page: Page): Promise<void> {
  await open(page, "/cus/security/");
  await expect(page.getByRole("heading", { level: 1, name: "Sign-in and security" })).toBeVisible();
  await ready(page);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/");
}

test("a passkey signs in without a password, and says once more who is there", async ({ page }) => {
  const nora = somebody();
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signUpAs(page, nora);
  await openSecurity(page);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await page.getByLabel("Name of this device").fill("my telephone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await sayPassword(page, nora.password);
  await expect(page.getByRole("status").filter({ hasText: "can sign you in now" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove the passkey my telephone" })).toBeVisible();
  await signOut(page);
  await open(page, "/login/");
  await page.getByRole("button", { name: "Continue with a passkey" }).click();
  await page.waitForURL(/\/cus\/dashboard\/$/);
  await expect(page.getByRole("heading", { level: 1, name: "Hello Nora" })).toBeVisible();
  // Signed in just now, and still asked; the passkey says it, too.
  await openSecurity(page);
  await page.getByRole("button", { name: "Remove the passkey my telephone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(page.getByRole("button", { name: "Remove the passkey my telephone" })).toHaveCount(0);
});

test("an app's code is asked for after the password, and a recovery code stands in for it", async ({
  page,
}) => {
  const nora = somebody();
  await signUpAs(page, nora);
  await openSecurity(page);
  await page.getByRole("button", { name: "Set up an app" }).click();
  const picture = page.getByRole("img", { name: "Picture for your authenticator app" });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const secret = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";
  await expectAccessible(page);
  await page.getByLabel("Code the app shows").fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await sayPassword(page, nora.password);
  await expect(page.getByText("On: after the password")).toBeVisible();
  await page.getByRole("button", { name: "Make new codes" }).click();
  const shown = page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  await signOut(page);
  await signInAs(page, nora);
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This code is not right")).toBeVisible();
  // The code of now was used up when the app was added.
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, 1));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cus\/dashboard\/$/);
  await signOut(page);
  await signInAs(page, nora);
  await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cus\/dashboard\/$/);
});

test("a session ended in another browser is over", async ({ page, browser }) => {
  const nora = somebody();
  await signUpAs(page, nora);
  const other = await browser.newContext();
  const phone = await other.newPage();
  await signInAs(phone, nora);
  await phone.waitForURL(/\/cus\/dashboard\/$/);
  await openSecurity(page);
  const sessions = page.getByRole("region", { name: "Where you are signed in" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await sessions.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await open(phone, "/cus/orders/");
  await expect(phone).toHaveURL(/\/login\/\?next=/);
  await open(page, "/cus/orders/");
  await expect(page).toHaveURL(/\/cus\/orders\/$/);
  await other.close();
});

test("another password, and what is wrong said beside the field", async ({ page }) => {
  const nora = somebody();
  await signUpAs(page, nora);
  await openSecurity(page);
  await page.getByLabel("Password now").fill("not mine at all");
  await page.getByLabel("New password").fill("quite another harbour");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This is not the password of this account")).toBeVisible();
  await page.getByLabel("Password now").fill(nora.password);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "new password is saved" })).toBeVisible();
  await signOut(page);
  await signInAs(page, { ...nora, password: "quite another harbour" });
  await page.waitForURL(/\/cus\/dashboard\/$/);
});

test("the page holds to axe in light and dark, and fits every screen", async ({ page }) => {
  await signIn(page, "margaret");
  await openSecurity(page);
  await expectAccessibleInBoth(page);
  for (const width of [320, 768, 1440]) await expectFits(page, width);
});

test("the team finds the same page in its own areas", async ({ page }) => {
  for (const [who, area] of Object.entries({ maria: "st", manager: "man", admin: "ad" })) {
    await as(page, who);
    await page.goto(`/${area}/security/`);
    await expect(page.getByRole("heading", { level: 1, name: "Sign-in and security" })).toBeVisible();
  }
});
