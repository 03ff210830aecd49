// Somebody faster: a time is taken while its page is open, and at the very last step. The nearest others are one tap
// away, and everything typed is still there.
import { readFile, writeFile } from "node:fs/promises";
import { type APIRequestContext, expect, test } from "@playwright/test";
import {
  agree,
  chooseService,
  chooseTime,
  expectStep,
  findTime,
  givePostcode,
  mainAction,
  postcode,
  pressBook,
  someGuest,
  toLastStep,
} from "./journey";
import { open } from "./team";

/** Only one person does this, so that a time taken is a time gone. */
const service = /^Handyman visit/;
const slug = "handyman-visit";

/** Another browser takes the time for itself. */
async function takeTime(rival: APIRequestContext, startsAt: string): Promise<void> {
  const found = await (await rival.get(`/api/services/valclean/${slug}`)).json();
  await rival.put("/api/basket/place", { data: { business: "valclean", postcode } });
  const basket = await (await rival.post("/api/basket/lines", { data: { service_id: found.id } })).json();
  const answer = await rival.post("/api/holds", {
    data: { line_id: basket.lines[0].id, starts_at: startsAt },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Moves the product's clock on: only a product under test has one that can be moved. */
async function minutesPass(minutes: number): Promise<void> {
  const file = process.env.ALMANAC_CLOCK_FILE ?? "";
  const before = Number((await readFile(file, "utf8").catch(() => "")) || "0");
  await writeFile(file, String(before + minutes * 60));
}

test("a time that goes while it is looked at", async ({ page, playwright, baseURL }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, service);
  await expectStep(page, "Time");
  const slot = await findTime(page, { day: 8 });
  const startsAt = (await slot.getAttribute("value")) ?? "";
  await slot.check();
  const rival = await playwright.request.newContext(baseURL ? { baseURL } : {});
  await takeTime(rival, startsAt);
  await mainAction(page, /^Keep /).click();
  const notice = page.getByRole("alert").filter({ hasText: "That time has just gone" });
  await expect(notice).toBeFocused();
  await notice.getByRole("button").first().click();
  await expectStep(page, "Basket");
  await expect(page.getByText(/We keep this time for you/)).toBeVisible();
  await rival.dispose();
});

test("a time that goes at the last step", async ({ page, playwright, baseURL }) => {
  test.skip(!process.env.ALMANAC_CLOCK_FILE, "needs a product whose clock can be moved");
  const guest = someGuest();
  const startsAt = await toLastStep(page, guest, { day: 10, service });
  await minutesPass(16); // Longer than a hold: the guest was called away.
  const rival = await playwright.request.newContext(baseURL ? { baseURL } : {});
  await takeTime(rival, startsAt);
  await mainAction(page, /^Book for £/).click();
  const notice = page.getByRole("alert").filter({ hasText: "That time has just gone" });
  await expect(notice).toBeVisible();
  await notice.getByRole("button").first().click();
  await expect(notice).toBeHidden();
  await expectStep(page, "Check and book");
  await expect(page.getByText(guest.name)).toBeVisible();
  await expect(page.getByText(guest.email)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^I agree/ })).toBeChecked();
  await agree(page); // a nearer time may ask for one thing more: to begin within a fortnight
  await pressBook(page);
  await rival.dispose();
});

test("a hold that ended is taken again quietly when nobody was faster", async ({ page }) => {
  test.skip(!process.env.ALMANAC_CLOCK_FILE, "needs a product whose clock can be moved");
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, service);
  const startsAt = await chooseTime(page, { day: 12 });
  await expectStep(page, "Basket");
  await minutesPass(16);
  const again = page.waitForResponse((answer) => answer.url().endsWith("/api/holds") && answer.ok());
  await page.reload();
  await again;
  await expect(page.getByText(/We keep this time for you/)).toBeVisible();
  const basket = await (await page.request.get("/api/basket")).json();
  expect(basket.lines[0]).toMatchObject({ state: "held", starts_at: startsAt });
});

test("a price that changed is shown and asked for again", async ({ page }) => {
  await toLastStep(page, someGuest(), { day: 7, nth: 1, service: /^Regular clean/ });
  await page.route(
    "**/api/bookings",
    async (route) => {
      const sent = route.request().postDataJSON();
      const body = { ...sent, shown_total_amount: 1, shown_totals: { GBP: 1 } };
      await route.continue({ postData: JSON.stringify(body) });
    },
    { times: 1 },
  );
  await mainAction(page, /^Book for £48/).click();
  await expect(page.getByRole("alert").filter({ hasText: "The price has changed to £48" })).toBeVisible();
  await agree(page);
  await pressBook(page);
});
