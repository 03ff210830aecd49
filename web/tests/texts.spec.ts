// Texts: what goes to a mobile telephone, and the page that the short link in it leads to.
import { expect, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { signUpAs, somebody } from "./inbox";
import { mailTo } from "./journey";
import { atAnyHour, linkIn, someMobile, textsTo, textTo } from "./messages";
import { as, book, call, callOff, open, signIn } from "./team";

type Sold = { lines: { appointment_id: string }[] };
type Told = { channel: string; recipient: string; template: string };

test.beforeAll(({ browser }) => atAnyHour(browser));

test("a guest whose visit is called off gets one text, and its link opens the order", async ({ page }) => {
  const phone = someMobile();
  const email = `gwen.${crypto.randomUUID().slice(0, 8)}@example.org`;
  const { number } = await book(page, {
    service: "window-clean",
    staff: "james",
    days: [20, 40],
    contact: { email, phone },
  });
  const before = (await textsTo(page, phone)).length;
  await signIn(page, "admin");
  const sold = await call<Sold>(page, "GET", `/api/orders/${number}`);
  await callOff(page, sold.lines[0]?.appointment_id, "James is ill");
  const text = await textTo(page, phone, /^VALClean: .*Window clean/);
  const link = linkIn(text);
  expect(text.length).toBeLessThanOrEqual(320);
  expect(link, text).not.toBe("");
  expect(await textsTo(page, phone)).toHaveLength(before + 1);

  // Whoever opens it is nobody in particular.
  await page.goto("about:blank");
  await page.context().clearCookies();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(link);
  await page.waitForURL(/\/track\/#/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  expect(asked.filter((url) => url.includes(link.slice(-12)))).toEqual([]);
});

test("a kind that somebody does not want as a text is not sent as one", async ({ page }) => {
  const nora = somebody();
  const phone = someMobile();
  await signUpAs(page, nora);
  await call(page, "PATCH", "/api/me", { phone });
  await open(page, "/cus/messages/choices/");
  await page.getByRole("checkbox", { name: "Changes: Text" }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  const { number } = await book(page, {
    service: "window-clean",
    staff: "james",
    days: [20, 40],
    contact: { phone },
  });
  await as(page, "admin");
  const sold = await call<Sold>(page, "GET", `/api/orders/${number}`);
  const visit = sold.lines[0]?.appointment_id;
  await callOff(page, visit, "James is ill");
  await mailTo(page, nora.email, /cancel/i);
  // Whatever goes beside the letter is written with it.
  const { items } = await call<{ items: Told[] }>(page, "GET", `/api/deliveries?appointment=${visit}`);
  const told = items.filter(
    ({ template, recipient }) => template === "cancelled" && recipient === "customer",
  );
  expect(told.map(({ channel }) => channel).sort()).toEqual(["email", "in_app"]);
});

test("a short link that is unknown says so, in each language and without scripts", async ({
  page,
  browser,
}) => {
  for (const hash of ["", "#ABC", "#ABCDEFGHJKMN"]) {
    await open(page, `/m/${hash}`);
    await expect(
      page.getByRole("heading", { level: 2, name: "This link does not work any more" }),
    ).toBeVisible();
    await page.goto("about:blank");
  }
  await open(page, "/m/#ABCDEFGHJKMN");
  await expectAccessibleInBoth(page);
  for (const width of [360, 768, 1440]) await expectFits(page, width);
  await page.getByRole("main").getByRole("link", { name: "Find a booking" }).click();
  await page.waitForURL(/\/track\/$/);
  await open(page, "/uk/m/#ABCDEFGHJKMN");
  await expect(page.getByRole("heading", { level: 2, name: "Це посилання більше не діє" })).toBeVisible();
  expect((await page.request.get("/m/")).ok()).toBe(true);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const bare = await context.newPage();
  await bare.goto("/m/#ABCDEFGHJKMN");
  await expect(bare.locator("noscript p").first()).toBeVisible();
  await expect(bare.getByText("One moment, we are opening the page.")).toBeHidden();
  await context.close();
});

test("nobody answers: the link says so, and is tried again", async ({ page }) => {
  await page.route("**/api/short-links", (route) => route.abort());
  await open(page, "/m/#ABCDEFGHJKMN");
  await expect(page.getByRole("alert").filter({ hasText: /connection|answer/i })).toBeVisible();
  await page.unroute("**/api/short-links");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(
    page.getByRole("heading", { level: 2, name: "This link does not work any more" }),
  ).toBeVisible();
});

test("a link that is not ours is never followed", async ({ page }) => {
  await page.route("**/api/short-links", (route) =>
    route.fulfill({ json: { link: "https://elsewhere.example/" } }),
  );
  await open(page, "/m/#ABCDEFGHJKMN");
  await expect(
    page.getByRole("heading", { level: 2, name: "This link does not work any more" }),
  ).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/m/");
});
