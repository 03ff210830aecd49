// The journey inside another site's page, links that begin it, and their codes. The other site is served here, by
// another name and port than the product: to the browser it is a stranger.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { findTime, mainAction, someGuest } from "./journey";
import { call, open, signIn } from "./team";

test.describe.configure({ mode: "serial" });
// As browsers do that keep no cookies for third parties except in the site's own jar.
test.use({
  launchOptions: {
    executablePath: process.env.ALMANAC_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--test-third-party-cookie-phaseout"],
  },
});

const product = process.env.ALMANAC_WEB_URL ?? "http://localhost:3000";
let server: Server;
let site = "";
let body = "";

test.beforeAll(async () => {
  server = createServer((_, answer) => {
    // A strict site: its policy lets in our script and our frame, and no style attribute of ours would pass it.
    answer.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; script-src ${product}; frame-src ${product}; style-src 'none'`,
    );
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(`<!doctype html><html lang="en"><title>Shop</title><main><h1>A shop</h1>${body}</main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const tag = (attributes: string) => `<script src="${product}/widget.js" ${attributes} async></script>`;

async function allow(page: Page, sites: string[]): Promise<void> {
  await signIn(page, "admin");
  await call(page, "PUT", "/api/businesses/valclean/settings/widget", { values: { sites } });
  await page.context().clearCookies();
}

const bar = (frame: FrameLocator) => frame.getByRole("complementary", { name: "Your booking" });

test("no site may show a page of ours unless it is named, and then only those made for it", async ({
  page,
}) => {
  await allow(page, []);
  const policyOf = async (path: string) => {
    const headers = (await page.request.get(path)).headers();
    const ancestors = /frame-ancestors ([^;]*)/.exec(headers["content-security-policy"] ?? "")?.[1];
    return [ancestors, headers["x-frame-options"]];
  };
  expect(await policyOf("/widget/?business=valclean")).toEqual(["'none'", undefined]);
  await allow(page, [site]);
  expect(await policyOf("/widget/?business=valclean")).toEqual([site, undefined]);
  expect(await policyOf("/uk/widget/?business=valclean")).toEqual([site, undefined]);
  expect(await policyOf("/widget/?business=mentors")).toEqual(["'none'", undefined]);
  expect(await policyOf("/widget/")).toEqual(["'none'", undefined]);
  for (const path of ["/", "/booking/", "/login/", "/track/", "/services/"])
    expect(await policyOf(path), path).toEqual(["'none'", "DENY"]);
});

test("a visit is booked from the shop's page, left and found again on the way", async ({ page, context }) => {
  test.slow();
  await allow(page, [site]);
  const guest = someGuest();
  body = tag('data-business="valclean" data-service="regular-clean" data-staff="maria"');
  await page.goto(site);
  await page.evaluate(() => {
    document.addEventListener("almanac:booked", () => document.body.setAttribute("data-booked", "yes"));
  });
  const button = page.getByRole("button", { name: "Book now" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Booking" });
  await expect(dialog).toBeVisible();
  const frame = page.frameLocator("iframe[title='Booking']");
  await expect(page.locator("[data-almanac=ready]")).toBeVisible();
  await frame.getByRole("textbox", { name: "Postcode" }).fill("SW11 1AA");
  await frame.getByRole("textbox", { name: "Postcode" }).press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(frame.getByRole("textbox", { name: "Postcode" })).toHaveValue("SW11 1AA");
  await bar(frame).getByRole("button", { name: "Continue" }).click();
  await expect(frame.getByRole("radio", { name: /^Regular clean/ })).toBeChecked();
  await bar(frame).getByRole("button", { name: "Continue" }).click();
  await bar(frame).getByRole("button", { name: "Continue without extras" }).click();
  await expect(frame.getByRole("grid")).toBeVisible();

  // The cookie lives in the shop's own jar, and the page on our own site knows nothing of it.
  const kept = (await context.cookies()).filter(({ name }) => name.startsWith("almanac"));
  expect(kept.map(({ name, sameSite, secure }) => [name, sameSite, secure])).toEqual([
    ["almanac_widget_basket", "None", true],
  ]);
  await page.reload();
  await page.evaluate(() => {
    document.addEventListener("almanac:booked", () => document.body.setAttribute("data-booked", "yes"));
  });
  await button.click();
  await bar(frame).getByRole("button", { name: "Continue" }).click();
  if (await frame.getByText("Anything extra?").isVisible())
    await bar(frame).getByRole("button", { name: "Continue without extras" }).click();

  await expect(frame.getByRole("grid")).toBeVisible();
  const inFrame = page.frames().find((each) => each.url().startsWith(product));
  if (!inFrame) throw new Error("no frame");
  await (await findTime(inFrame as unknown as Page, { day: 5 })).check();
  await bar(frame)
    .getByRole("button", { name: /^Keep / })
    .click();
  await bar(frame).getByRole("button", { name: "Continue to your details" }).click();
  await frame.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await frame.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await frame.getByRole("textbox", { name: "Phone" }).fill(guest.phone);
  await frame.getByLabel("House number and street").fill(guest.street);
  await bar(frame).getByRole("button", { name: "Continue" }).click();
  await expect(bar(frame).getByRole("button", { name: /^Book for £/ })).toBeVisible();
  for (const box of await frame.getByRole("checkbox").all()) await box.check();
  await bar(frame)
    .getByRole("button", { name: /^Book for £/ })
    .click();
  await expect(frame.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  await expect(frame.getByText("Maria Kowalska").first()).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-booked", "yes");
  // What may not be shown inside a site opens beside it.
  const beside = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Move or cancel this booking" }).click();
  await expect((await beside).getByRole("heading", { level: 1, name: /^Booking / })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(button).toBeFocused();
  await page.goto(`${product}/booking/`);
  await expect(page.getByRole("textbox", { name: "Postcode" })).toHaveValue("");
});

test("in the page itself the frame is as high as what it shows", async ({ page }) => {
  await allow(page, [site]);
  body = tag('data-business="valclean" data-mode="inline" data-language="fr"');
  await page.goto(site);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("textbox", { name: "Code postal" })).toBeVisible();
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  const inner = () => frame.locator("main").evaluate((main) => main.scrollHeight);
  const outer = () => page.locator("iframe").evaluate((element) => element.clientHeight);
  await expect(async () => expect(Math.abs((await outer()) - (await inner()))).toBeLessThan(80)).toPass();
  await expectAccessible(page);
});

test("where the browser keeps nothing, the way out is a tab of one's own", async ({ page }) => {
  await allow(page, [site]);
  body = tag('data-business="valclean" data-service="regular-clean" data-mode="inline"');
  await page.addInitScript(() => {
    if (window.top !== window) Object.defineProperty(document, "cookie", { get: () => "", set: () => {} });
  });
  await page.goto(site);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("Your browser does not keep what you type here")).toBeVisible();
  const link = frame.getByRole("link", { name: "Open in a new tab" }).first();
  await expect(link).toHaveAttribute("href", "/booking/?business=valclean&service=regular-clean");
  await expect(link).toHaveAttribute("target", "_blank");
});

test("a site that was not named gets a plain link instead", async ({ page }) => {
  await allow(page, []);
  body = tag('data-business="valclean" data-mode="inline"');
  await page.goto(site);
  const link = page.getByRole("link", { name: "Open in a new tab" });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute("href", `${product}/booking/?business=valclean`);
});

test("a link fills in what it may, and a postcode leaves the address at any step", async ({ page }) => {
  await open(page, "/booking/?business=valclean&service=regular-clean&staff=maria&postcode=SW11+1AA");
  await expect(page.getByRole("textbox", { name: "Postcode" })).toHaveValue("SW11 1AA");
  await expect(page).not.toHaveURL(/postcode/);
  await mainAction(page, "Continue").click();
  await expect(page.getByRole("radio", { name: /^Regular clean/ })).toBeChecked();
  await open(page, "/booking/?business=valclean&step=service&postcode=SW11+1AA");
  await expect(page.getByRole("radio", { name: /^Regular clean/ })).toBeVisible();
  await expect(page).not.toHaveURL(/postcode/);
  await mainAction(page, "Continue").click();
  await expect(page).not.toHaveURL(/postcode/);
});

test("an administrator takes a link, its code and the line for a site, and names the site", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, "admin");
  await open(page, "/ad/links/?business=valclean");
  await page.getByRole("combobox", { name: "Service" }).selectOption({ label: "Regular clean" });
  await expect(page).toHaveURL(/service=regular-clean/);
  await page.getByRole("combobox", { name: "Person" }).selectOption({ label: "Maria Kowalska" });
  await expect(page).toHaveURL(/staff=maria/);
  const link = page.getByRole("textbox", { name: "Link to the booking" });
  await expect(link).toHaveValue(/\/booking\/\?business=valclean&service=regular-clean&staff=maria$/);
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());

  const code = page.getByRole("img", { name: /^QR code of the booking: VALClean, Regular clean/ });
  await expect(async () => {
    expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }).toPass();
  for (const [name, file] of [
    ["Download SVG", "valclean-regular-clean-maria.svg"],
    ["Download PNG", "valclean-regular-clean-maria.png"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    expect((await download).suggestedFilename()).toBe(file);
  }
  const line = page.getByRole("textbox", { name: "Line for your page" });
  await expect(line).toHaveValue(
    /data-business="valclean" data-service="regular-clean" data-staff="maria" async/,
  );
  await page.getByRole("combobox", { name: "How it is shown" }).selectOption("inline");
  await expect(line).toHaveValue(/data-mode="inline"/);

  const sites = page.getByRole("textbox", { name: /^Sites/ });
  await sites.fill("https://good.example\n*.bad.example");
  await page.getByRole("button", { name: "Save the sites" }).click();
  await expect(sites).toHaveAccessibleDescription(/no addresses of a site: \*\.bad\.example/);
  await expect(sites).toHaveValue("https://good.example\n*.bad.example");
  await call(page, "PUT", "/api/businesses/valclean/settings/widget", { values: { sites: [site] } });
  await sites.fill("good.example");
  await page.getByRole("button", { name: "Save the sites" }).click();
  await expect(page.getByText("Somebody else changed the sites meanwhile")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The sites are saved" })).toBeVisible();
  await expect(sites).toHaveValue("https://good.example");
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  await call(page, "PUT", "/api/businesses/valclean/settings/widget", { values: { sites: [] } });
});
