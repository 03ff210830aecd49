// The signed-in areas: a customer's visits, a staff member's day, hours in two tabs, areas, and "why not?".
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInBoth, expectFits } from "./axe";
import { as, book, call, open, send, signIn } from "./team";

const pages: Record<string, string[]> = {
  margaret: ["/cus/dashboard/", "/cus/orders/"],
  maria: ["/st/dashboard/", "/st/hours/", "/st/areas/", "/st/why-not/"],
  manager: ["/man/dashboard/", "/man/time-off/", "/man/why-not/"],
  admin: ["/ad/dashboard/", "/ad/time-off/", "/ad/holidays/", "/ad/why-not/"],
};

for (const [who, paths] of Object.entries(pages)) {
  test(`axe finds nothing on the pages of ${who}, and none is wider than a small phone`, async ({ page }) => {
    await signIn(page, who);
    for (const path of paths) {
      await open(page, path);
      await expectAccessibleInBoth(page);
      await expectFits(page, 320);
      // French has the longest words on the narrowest places.
      await open(page, `/fr${path}`);
      await expectFits(page, 320);
    }
  });
}

test("a customer sees the visit, moves it, and cancels it knowing what that costs", async ({ page }) => {
  await signIn(page, "margaret");
  const { number } = await book(page, { service: "window-clean", staff: "james" });
  await open(page, `/cus/orders/${number}/`);
  await page.getByRole("button", { name: /^Move Window clean, / }).click();
  const moving = page.getByRole("region", { name: "Move Window clean" });
  // The month after this one, well before which cancelling costs nothing.
  await moving.getByRole("button", { name: "Next month" }).click();
  await moving
    .getByRole("button", { name: /^Sunday .*, nothing free, see why$/ })
    .nth(1)
    .click();
  const why = page.getByRole("group", { name: /^Nothing free on Sun / });
  await expect(why).toContainText("Nobody who does this works on that day.");
  await why.getByRole("button", { name: /^Nearest free: / }).click();
  await moving.getByRole("button", { name: /^Move to / }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Done: it is now on / })).toBeVisible();
  await page.getByRole("button", { name: /^Cancel Window clean, / }).click();
  const question = page.getByRole("region", { name: "Cancel Window clean?" });
  await expect(question).toContainText("Cancelling now costs nothing.");
  await question.getByRole("button", { name: "Keep the booking" }).click();
  await expect(page.getByRole("button", { name: /^Cancel Window clean, / })).toBeFocused();
  await page.getByRole("button", { name: /^Cancel Window clean, / }).click();
  await question.getByRole("button", { name: "Cancel, free of charge" }).click();
  await expect(page.getByRole("article").getByText("Cancelled", { exact: true })).toBeVisible();
});

test("a manager moves a visit to another day, then calls it off; no sentence is meant for the customer", async ({
  page,
}) => {
  await signIn(page, "margaret");
  const moved = await book(page, { service: "window-clean", staff: "james", days: [2, 6] });
  // The one to be called off is another: where a visit may be moved to is not always within the coming days.
  const calledOff = await book(page, { service: "window-clean", staff: "james", days: [2, 6] });
  await as(page, "manager");
  await open(page, "/man/dashboard/");
  const timeOf = ({ startsAt }: { startsAt: string }) =>
    new Date(startsAt).toLocaleTimeString("en-GB", {
      timeZone: "Europe/London",
      hour: "2-digit",
      minute: "2-digit",
    });
  const margarets = page
    .getByRole("region", { name: "Coming days" })
    .getByRole("article", { name: /Window clean$/ })
    .filter({ hasText: "for Margaret Ellis, with James Okafor" });
  await margarets
    .filter({ hasText: timeOf(moved) })
    .last()
    .getByRole("button", { name: /^Move: / })
    .click();
  const moving = page.getByRole("region", { name: "Move Window clean" });
  await expect(moving).toContainText("Margaret gets a message with the new time.");
  const slots = moving.getByRole("group", { name: /^Times on / }).getByRole("radio");
  await expect(slots.first()).toBeVisible();
  await expect(moving).not.toContainText(/\byour?\b/i);
  await expectAccessible(page);
  await slots.first().check();
  await moving.getByRole("button", { name: /^Move to / }).click();
  await expect(
    page.getByRole("status").filter({ hasText: /^Moved to .*\. Margaret gets a message\.$/ }),
  ).toBeVisible();

  await open(page, "/man/dashboard/");
  await margarets
    .filter({ hasText: timeOf(calledOff) })
    .last()
    .getByRole("button", { name: /^Cancel: / })
    .click();
  const question = page.getByRole("region", { name: "Cancel Window clean?" });
  await expect(question).toContainText("Margaret gets a message and does not pay for it.");
  await question.getByRole("button", { name: "Cancel the visit" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Cancelled\. Margaret / })).toBeVisible();
  await expect(question).toBeHidden();
});

test("areas are for those who travel: a mentor has no such page", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 }); // where every page of the area stands in its list
  await signIn(page, "maria");
  await open(page, "/st/dashboard/");
  const nav = page.getByRole("navigation", { name: "Your pages" });
  await expect(nav.getByRole("link", { name: "Areas" })).toBeVisible();
  await as(page, "david");
  await open(page, "/st/dashboard/");
  await expect(nav.getByRole("link", { name: "Today" })).toBeVisible();
  await expect(nav.getByRole("link", { name: "Areas" })).toHaveCount(0);
  await open(page, "/st/areas/");
  await expect(page.getByRole("heading", { level: 1, name: "This page is not here" })).toBeVisible();
});

test("somebody else's order is not there", async ({ page }) => {
  await signIn(page, "margaret");
  const { number } = await book(page, { service: "window-clean", staff: "james" });
  await as(page, "tom");
  await open(page, `/cus/orders/${number}/`);
  await expect(page.getByText("Margaret")).toHaveCount(0);
  await expect(page.getByText("14 Lavender Gardens")).toHaveCount(0);
});

test("a mentor approves one request and declines another with a reason", async ({ page }) => {
  type Settings = { values: Record<string, unknown>; revision: number };
  const settings = "/api/businesses/mentors/settings/booking";
  await signIn(page, "admin");
  const { values } = await call<Settings>(page, "GET", settings);
  await call(page, "PUT", settings, { values: { ...values, approval: "by_hand" } });
  try {
    await as(page, "margaret");
    await book(page, { business: "mentors", service: "career-hour", staff: "olena" });
    await book(page, { business: "mentors", service: "career-hour", staff: "olena" });
  } finally {
    await as(page, "admin");
    await call(page, "PUT", settings, { values });
  }
  await open(page, "/ad/dashboard/");
  const waiting = page.getByRole("region", { name: "Waiting for approval" });
  await expect(waiting.getByRole("article")).not.toHaveCount(0);
  await as(page, "olena");
  await open(page, "/st/dashboard/");
  const requests = page.getByRole("button", { name: /^Confirm: / });
  const before = await requests.count();
  expect(before).toBeGreaterThanOrEqual(2);
  await requests.first().click();
  await expect(page.getByRole("status").filter({ hasText: /^Confirmed: / })).toBeVisible();
  await expect(requests).toHaveCount(before - 1);
  await page
    .getByRole("button", { name: /^Decline: / })
    .first()
    .click();
  const question = page.getByRole("group", { name: "Decline this visit?" });
  await question.getByLabel(/^Reason/).fill("I am away that day.");
  await question.getByRole("button", { name: "Decline the visit" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Declined: / })).toBeVisible();
  await expect(requests).toHaveCount(before - 2);
});

test("hours: the second of two tabs is told, keeps what was typed, and chooses", async ({
  page,
  context,
}) => {
  await signIn(page, "grace");
  await open(page, "/st/hours/");
  const other = await context.newPage();
  await open(other, "/st/hours/");
  const until = (tab: Page) => tab.getByLabel("Friday, hours until").first();
  const kept = await until(page).inputValue();

  await until(page).fill("15:00");
  await page.getByRole("button", { name: "Save the week" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your week is saved" })).toBeVisible();

  await until(other).fill("14:30");
  await other.getByRole("button", { name: "Save the week" }).click();
  const conflict = other.getByRole("alert", { name: "These hours were changed elsewhere" });
  await expect(conflict).toBeVisible();
  await expect(conflict).toBeFocused();
  await expect(until(other)).toHaveValue("14:30");
  await expectAccessible(other);
  await conflict.getByRole("button", { name: "Save mine over them" }).click();
  await expect(conflict).toBeHidden();
  await open(page, "/st/hours/");
  await expect(until(page)).toHaveValue("14:30");

  await until(other).fill(kept);
  await other.getByRole("button", { name: "Save the week" }).click();
  await expect(other.getByText("Not saved yet")).toBeHidden();
});

test("hours: what can't be is said at the day and in the summary, and nothing is sent", async ({ page }) => {
  await signIn(page, "grace");
  await open(page, "/st/hours/");
  await page.getByRole("button", { name: "Add hours on Monday" }).click();
  await page.getByLabel("Monday, hours from").last().fill("10:00");
  await page.getByLabel("Monday, hours until").last().fill("11:00");
  await page.getByRole("button", { name: "Save the week" }).click();
  const summary = page.getByRole("group", { name: "There is one thing to put right" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Monday: two of these times overlap." }).click();
  await expect(page.getByLabel("Monday, hours from").last()).toBeFocused();
});

test("a day with other hours and time off: added, shown, taken back", async ({ page }) => {
  await signIn(page, "grace");
  await open(page, "/st/hours/");
  const year = new Date().getFullYear() + 1;
  await page.getByLabel("Date", { exact: true }).fill(`${year}-06-09`);
  await page.getByLabel("Not working on this day").check();
  await page.getByRole("button", { name: "Save this day" }).click();
  const overrides = page.getByRole("region", { name: "Other hours on one day" });
  await expect(overrides.getByRole("listitem")).toContainText("not working");
  await overrides.getByRole("button", { name: /^Use the weekly hours again on / }).click();
  await expect(overrides.getByRole("listitem")).toHaveCount(0);

  const timeOff = page.getByRole("region", { name: "Time off" });
  await timeOff.getByLabel("First day").fill(`${year}-06-12`);
  await timeOff.getByLabel("Last day").fill(`${year}-06-10`);
  await timeOff.getByRole("button", { name: "Ask for time off" }).click();
  await expect(timeOff.getByText("The last day comes before the first.")).toBeVisible();
  await timeOff.getByLabel("Last day").fill(`${year}-06-14`);
  await timeOff.getByRole("button", { name: "Ask for time off" }).click();
  await expect(timeOff.getByRole("listitem")).toContainText(/12 June to .*14 June \(asked for\)/);
  await timeOff.getByRole("button", { name: /^Take back / }).click();
  await expect(timeOff.getByRole("listitem")).toHaveCount(0);
});

test("areas: one more is added and drawn, a wrong postcode is said at the field, removing can be undone", async ({
  page,
}) => {
  await signIn(page, "grace");
  await open(page, "/st/areas/");
  const rows = page.getByRole("region", { name: "Your areas" }).getByRole("listitem");
  const before = await rows.count();
  await page.getByLabel("Postcode in the middle").fill("nowhere");
  await page.getByLabel("How far, in kilometres").fill("2,5");
  await page.getByRole("button", { name: "Add this area" }).click();
  await expect(page.getByLabel("Postcode in the middle")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Postcode in the middle").fill("SW11 5TN");
  await page.getByLabel(/^Name/).fill("Test corner");
  await page.getByRole("button", { name: "Add this area" }).click();
  await expect(rows).toHaveCount(before + 1);
  await expect(page.getByRole("img", { name: /Test corner/ })).toBeVisible();
  await page.getByRole("button", { name: "Remove Test corner" }).click();
  await expect(rows).toHaveCount(before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(before + 1);
  await page.getByRole("button", { name: "Remove Test corner" }).click();
  await expect(rows).toHaveCount(before);
});

test("why not: a booked time has its reason and the change that opens it, and the case is a file", async ({
  page,
}) => {
  await signIn(page, "margaret");
  const { startsAt } = await book(page, { service: "regular-clean", staff: "maria" });
  await as(page, "maria");
  await open(page, "/st/why-not/");
  await page.getByLabel("Day").fill(startsAt.slice(0, 10));
  await page.getByRole("button", { name: "Show the day" }).click();
  await expect(
    page.getByRole("heading", { level: 2, name: /^Regular clean with Maria Kowalska/ }),
  ).toBeFocused();
  const booked = page.getByRole("listitem").filter({ hasText: "Another visit or entry" }).first();
  await expect(booked).toContainText("Not free");
  await expect(booked).toContainText(/Smallest change:|Each start and its change/);
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export this case" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  expect(Object.keys(JSON.parse(text))).toContain("ask");
  expect(text).not.toContain("Margaret");
});

test("a manager asks about the people in scope only, and the server holds to it", async ({ page }) => {
  await signIn(page, "admin");
  await open(page, "/ad/why-not/");
  const names = (who: Page) => who.getByLabel("Who").getByRole("option").allTextContents();
  await expect.poll(() => names(page)).toContain("Grace Lin");
  const grace = await page.getByLabel("Who").getByRole("option", { name: "Grace Lin" }).getAttribute("value");
  await page.getByLabel("Who").selectOption("Grace Lin");
  const service = await page.getByLabel("What").inputValue();

  await as(page, "manager");
  await open(page, "/man/why-not/");
  await expect.poll(async () => (await names(page)).sort()).toEqual(["James Okafor", "Maria Kowalska"]);
  const answer = await send(page, "POST", "/api/why-not", { staff: grace, service, on_date: "2030-01-07" });
  expect(answer.status()).toBe(403);
});

test("why not by keyboard alone", async ({ page }) => {
  await signIn(page, "maria");
  await open(page, "/st/why-not/");
  await page.getByLabel("What").focus();
  for (let steps = 0; steps < 8; steps += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.textContent);
    if (name === "Show the day") break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
});
