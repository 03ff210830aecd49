// Whoever minds only the day: another time of it is kept when the shown one has just gone, and the order says so.
import { expect, test } from "@playwright/test";
import {
  agree,
  chooseService,
  expectStep,
  findTime,
  giveDetails,
  givePostcode,
  mainAction,
  postcode,
  pressBook,
  someGuest,
} from "./journey";
import { open } from "./team";

test("any time that day", async ({ page, playwright, baseURL }) => {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, /^Handyman visit/);
  await expectStep(page, "Time");
  const slot = await findTime(page, { day: 10 });
  const startsAt = (await slot.getAttribute("value")) ?? "";
  await slot.check();
  await page.getByRole("combobox", { name: "Must it be this time?" }).selectOption("any");

  const rival = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const found = await (await rival.get("/api/services/valclean/handyman-visit")).json();
  await rival.put("/api/basket/place", { data: { business: "valclean", postcode } });
  const basket = await (await rival.post("/api/basket/lines", { data: { service_id: found.id } })).json();
  const taken = { line_id: basket.lines[0].id, starts_at: startsAt };
  expect((await rival.post("/api/holds", { data: taken })).ok()).toBe(true);
  await rival.dispose();

  await mainAction(page, /^Keep /).click();
  await expect(page.getByText(/^That time had just gone\. Yours is now /)).toBeVisible();
  await expectStep(page, "Basket");
  await expect(page.getByText("Any time that day will do")).toBeVisible();
  const kept = (await (await page.request.get("/api/basket")).json()).lines[0].starts_at;
  expect(kept).not.toBe(startsAt);
  expect(kept.slice(0, 10)).toBe(startsAt.slice(0, 10));

  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, someGuest());
  await agree(page);
  await pressBook(page);
  await expect(page.getByText("Any time that day would do.")).toBeVisible();
});
