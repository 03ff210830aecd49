// Orders by phone: for somebody new without an e-mail, for a customer we know, and from an empty place of the calendar.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectFits } from "./axe";
import { findTime } from "./journey";
import { add, agreeAndBook, keepFree, somebodyNew } from "./phone";
import { as, call, open, signIn } from "./team";

type Choice = { id: string; name: string; business_id: string };

const dateAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The free times of each of the next days for the only line of the caller's basket, as the product says them now. */
async function freeOnPhone(page: Page): Promise<string[]> {
  const headers = { "X-Basket": "phone" };
  const { lines } = await (await page.request.get("/api/basket", { headers })).json();
  const params = { line: lines[0].id, first_on: dateAt(1), last_on: dateAt(28), zone: "Europe/London" };
  const { days } = await (await page.request.get("/api/slots", { headers, params })).json();
  const clock = { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" } as const;
  return days.map(({ slots }: { slots: { starts_at: string }[] }) =>
    slots.map(({ starts_at: at }) => new Date(at).toLocaleTimeString("en-GB", clock)).join(),
  );
}

test("somebody new on the phone, without an e-mail", async ({ page }) => {
  const name = `Olive Phone ${crypto.randomUUID().slice(0, 6)}`;
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await add(page, "Regular clean");
  await page.getByRole("button", { name: /^Book for £/ }).click();
  await expect(page.getByRole("group", { name: /things? to put right/ })).toBeFocused();
  await somebodyNew(page, name);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await keepFree(page, 5);
  const number = await agreeAndBook(page);
  await expectAccessible(page);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText(name).first()).toBeVisible();
});

test("what is typed while the last field is being saved stays", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  let arrived = () => {};
  const typed = new Promise<void>((done) => {
    arrived = done;
  });
  await page.route("**/api/basket/details", async (route) => {
    await typed;
    await route.continue();
  });
  await add(page, "Regular clean");
  await page.getByRole("region", { name: "Who is it for?" }).getByLabel("Name").fill("Olive Quick");
  const saved = page.waitForResponse("**/api/basket/details");
  await page.getByLabel("Phone", { exact: true }).fill("020 7946 0777");
  arrived();
  await saved;
  await page.getByLabel("Postcode").fill("SW11 1AA");
  await page.getByRole("button", { name: "Use this postcode" }).click();
  await expect(page.getByText("We come to SW11 1AA.")).toBeVisible();
  await expect(page.getByLabel("Phone", { exact: true })).not.toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("Phone", { exact: true })).not.toHaveValue("");
});

test("whoever calls next finds nothing of the caller before", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await add(page, "Regular clean");
  await page.getByRole("region", { name: "Who is it for?" }).getByLabel("Name").fill("Olive Gone");
  const gift = page.getByLabel("What to sell");
  await gift.selectOption({ label: "VALClean: Gift card" });
  await page.getByRole("textbox", { name: "Who is it for?" }).fill("Olive's aunt");
  await page.getByLabel("I told them our terms and they agree").check();
  await page.getByRole("button", { name: "Start again with nothing" }).click();
  await expect(page.getByLabel("Find a customer")).toBeFocused();
  await expect(page.getByRole("heading", { level: 3, name: /^Regular clean/ })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Who is it for?" }).getByLabel("Name")).toHaveValue("");
  await expect(page.getByLabel("I told them our terms and they agree")).not.toBeChecked();
  await gift.selectOption({ label: "VALClean: Gift card" });
  await expect(page.getByRole("textbox", { name: "Who is it for?" })).toHaveValue("");
});

test("a customer we know, at the address we know", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/book/");
  await page.getByLabel("Find a customer").fill("Margaret");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page
    .getByRole("list", { name: "Customers found" })
    .getByRole("button", { name: /^Margaret Ellis/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Somebody else" })).toBeVisible();
  await add(page, "Window clean");
  await page.getByRole("list", { name: "Their addresses" }).getByRole("button").first().click();
  await expect(page.getByText(/^We come to /)).toBeVisible();
  await keepFree(page, 6);
  await page.getByText("Come again regularly?").click();
  await page.getByLabel("How often?").selectOption({ label: "Every four weeks" });
  await expect(page.getByRole("list", { name: "All dates" }).getByRole("listitem").nth(2)).toBeVisible();
  await expectAccessible(page);
  await expectFits(page, 360);
  const number = await agreeAndBook(page);
  await as(page, "margaret");
  await open(page, "/cus/subscriptions/");
  await expect(page.getByRole("link", { name: /^Window clean/ }).first()).toBeVisible();
  await open(page, `/cus/orders/${number}/`);
  await expect(page.getByRole("heading", { level: 1, name: `Order ${number}` })).toBeVisible();
});

test("what the caller answers makes the visit longer, before a time is chosen", async ({ page }) => {
  const name = `Deep clean ${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, "admin");
  const { categories, staff } = await call<{ categories: Choice[]; staff: Choice[] }>(
    page,
    "GET",
    "/api/catalogue/choices",
  );
  const james = staff.find((person) => person.name === "James Okafor");
  const bedrooms = { id: crypto.randomUUID(), kind: "number", label: { en: "How many bedrooms?" } };
  await call(page, "POST", "/api/catalogue/services", {
    business_id: james?.business_id,
    category_id: categories.find((each) => each.business_id === james?.business_id)?.id,
    name: { en: name },
    duration_minutes: 60,
    price_amount: 3000,
    questions: [{ ...bedrooms, minimum: 0, maximum: 6, is_required: true, minutes_each: 20 }],
    offerings: [{ staff_id: james?.id }],
  });
  await open(page, "/ad/book/");
  await add(page, name);
  await somebodyNew(page, `Olive Longer ${crypto.randomUUID().slice(0, 6)}`);
  const answer = async (bedrooms: string) => {
    const saved = page.waitForResponse("**/answers"); // the times are looked for anew then
    await page.getByLabel("How many bedrooms?").fill(bedrooms);
    await page.getByLabel("Postcode").focus();
    await saved;
  };
  await answer("3");
  await keepFree(page, 7);
  await expectAccessible(page);
  const minutes = async () => {
    const found = await page.request.get("/api/basket", { headers: { "X-Basket": "phone" } });
    const [{ starts_at, ends_at }] = (await found.json()).lines;
    return (Date.parse(ends_at) - Date.parse(starts_at)) / 60_000;
  };
  expect(await minutes()).toBe(120);
  // Another length may not fit where the time was kept: it is chosen anew.
  await answer("4");
  await expect(page.getByText("This time is kept for them.")).toBeHidden();
  // What is shown is of the longer visit; somebody else may take a time of it meanwhile.
  await expect(async () => {
    await findTime(page, { day: 7 });
    const shown = await page
      .getByRole("group", { name: /^Times on / })
      .getByRole("radio")
      .evaluateAll((radios) =>
        radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent?.slice(0, 5)),
      );
    expect(await freeOnPhone(page)).toContain(shown.join());
  }).toPass({ timeout: 10_000 });
  await keepFree(page, 7);
  expect(await minutes()).toBe(140);
  const number = await agreeAndBook(page);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("How many bedrooms?")).toBeVisible();
});

test("from an empty place of the calendar, against a rule for a reason", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/calendar/");
  const { staff } = await (
    await page.request.get(`/api/calendar?first_on=${dateAt(12)}&last_on=${dateAt(12)}`)
  ).json();
  const james = staff.find((each: { name: string }) => each.name === "James Okafor");
  await open(page, `/ad/book/?${new URLSearchParams({ staff: james.id, at: `${dateAt(12)}T04:35:00Z` })}`);
  await page.getByLabel("Find a customer").fill("Tom Bennett");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page
    .getByRole("list", { name: "Customers found" })
    .getByRole("button", { name: /^Tom Bennett/ })
    .first()
    .click();
  await add(page, "Handyman visit");
  await page.getByLabel("Postcode").fill("SW11 1AA");
  await page.getByRole("button", { name: "Use this postcode" }).click();
  await page.getByLabel("House and street").fill("8 Elm Grove");
  await expect(page.getByLabel("Who", { exact: true })).toHaveValue(james.id);
  await page.getByRole("button", { name: "Keep this time" }).click();
  await expect(page.getByText("This time is against a rule")).toBeVisible();
  await page.getByRole("button", { name: "Keep it anyway" }).click();
  await expect(page.getByText("Please say why.")).toBeVisible();
  await page.getByLabel("Why book it anyway?").fill("They fly at eight and asked for it");
  await page.getByRole("button", { name: "Keep it anyway" }).click();
  await expect(page.getByText("A rule was put aside for this time.")).toBeVisible();
  const number = await agreeAndBook(page);
  await open(page, `/ad/orders/${number}/`);
  await expect(page.getByText("Tom Bennett").first()).toBeVisible();
});

test("a customer has no such page", async ({ page }) => {
  await signIn(page, "margaret");
  await open(page, "/ad/book/");
  await expect(page.getByRole("heading", { level: 1, name: "Book by phone" })).toBeHidden();
});
