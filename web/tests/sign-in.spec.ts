// Signing in by user name and by e-mail, what is refused and how, and who is sent where.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth } from "./axe";
import { open, passwordOf, ready, signIn, type } from "./team";

test("by user name, to the own dashboard, and out again", async ({ page }) => {
  await open(page, "/login/");
  await type(page, "maria", passwordOf("maria"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/st\/dashboard\/$/);
  await expect(page.getByRole("banner").getByText("Maria Kowalska")).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(({ pathname }) => pathname === "/");
  await open(page, "/st/dashboard/");
  await expect(page).toHaveURL(/\/login\/\?next=/);
});

test("by e-mail, back to the page that was asked for", async ({ page }) => {
  await open(page, "/st/hours/");
  await expect(page).toHaveURL(/\/login\/\?next=%2Fst%2Fhours%2F$/);
  await type(page, "maria@valclean.example", passwordOf("maria"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/st\/hours\/$/);
});

test("a wrong password is said plainly, and the name stays", async ({ page }) => {
  await open(page, "/login/");
  await type(page, "maria", "not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await expect(page.getByLabel("User name or e-mail")).toHaveValue("maria");
  await expect(page).toHaveURL(/\/login\/$/);
});

test("nothing typed is said beside the field, and nothing is sent", async ({ page }) => {
  await open(page, "/login/");
  let sent = 0;
  page.on("request", (request) => {
    if (request.url().includes("/auth/login")) sent += 1;
  });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Write your user name or your e-mail address.")).toBeVisible();
  await expect(page.getByLabel("User name or e-mail")).toBeFocused();
  expect(sent).toBe(0);
});

test("a link that leads to another site does not get its wish", async ({ page, baseURL }) => {
  for (const next of ["//evil.example/", "https://evil.example/", "/\\evil.example/"]) {
    await page.context().clearCookies();
    await open(page, `/login/?next=${encodeURIComponent(next)}`);
    await type(page, "maria", passwordOf("maria"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/st\/dashboard\/$/);
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? "").origin);
  }
});

const homes = { margaret: "cus", maria: "st", manager: "man", admin: "ad" };
for (const [who, own] of Object.entries(homes)) {
  test(`${who} is kept to /${own}/`, async ({ page }) => {
    await signIn(page, who);
    for (const path of [...Object.values(homes).map((area) => `/${area}/`), "/login/"]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(new RegExp(`/${own}/dashboard/$`));
    }
  });
}

test("by keyboard alone", async ({ page }) => {
  await open(page, "/login/");
  await page.getByLabel("User name or e-mail").focus();
  await page.keyboard.type("maria");
  await page.keyboard.press("Tab");
  await page.keyboard.type(passwordOf("maria"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/st\/dashboard\/$/);
});

test("axe finds nothing at the sign-in", async ({ page }) => {
  await open(page, "/login/");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Write your password.")).toBeVisible();
  await expectAccessibleInBoth(page);
});
