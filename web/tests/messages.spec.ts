// The bell and the list behind it, in every area; what is wanted where; and that the settings say what goes out as a text.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { signUpAs, somebody } from "./inbox";
import { as, book, call, open, ready, signIn } from "./team";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Messages/ });
const WIDTHS = [360, 768, 1440];

async function expectWell(page: Page): Promise<void> {
  await expectAccessibleInBoth(page);
  for (const width of WIDTHS) await expectFits(page, width);
}

/** Opens a page until its bell says so: messages are written a moment after what they are about. */
async function bellSays(page: Page, path: string, name: RegExp): Promise<void> {
  await expect(async () => {
    await open(page, path);
    await expect(bell(page)).toHaveAccessibleName(name, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}

test("a customer is told in the account, opens it, and the person who comes is told too", async ({
  page,
}) => {
  const nora = somebody();
  await signUpAs(page, nora);
  await expect(bell(page)).toHaveAccessibleName("Messages");
  await bell(page).click();
  await expect(page.getByRole("heading", { level: 2, name: "No messages yet" })).toBeVisible();
  await expectWell(page);

  const { number } = await book(page, { service: "window-clean", staff: "james", days: [20, 40] });
  await bellSays(page, "/cus/dashboard/", /^Messages, 1 unread$/);
  await bell(page).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cus\/messages\/$/);
  await expect(page.getByRole("heading", { level: 2, name: "Today" })).toBeVisible();
  await expect(page.getByText("1 message is unread.")).toBeVisible();
  await expectWell(page);
  const told = page.getByRole("main").getByRole("link", { name: /^New You're booked: Window clean/ });
  await told.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  await open(page, "/cus/messages/");
  await expect(page.getByText("You have read everything.")).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("Messages");
  await expect(page.getByText("New", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);

  await as(page, "james");
  await bellSays(page, "/st/dashboard/", /^Messages, \d+\+? unread$/);
  await bell(page).click();
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /^New .*Window clean/ })
      .first(),
  ).toBeVisible();
  await expectWell(page);
});

test("all are marked as read at once, older ones are further down, and a reload changes nothing", async ({
  page,
}) => {
  await signIn(page, "aisha");
  const write = (number: number, read_at: string | null = null) => ({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    kind: "changes",
    title: `Message ${number}`,
    text: "A new time.",
    link: number % 2 ? "https://elsewhere.example/" : new URL("/cus/orders/", page.url()).href,
    created_at: new Date(Date.UTC(2026, 0, 60 - number, 12)).toISOString(),
    read_at,
  });
  await open(page, "/cus/messages/");
  // Another page of the list, as the server hands it out.
  await page.route("**/api/me/messages?*", async (route) => {
    const items = [write(1), write(2), write(3, "2026-01-01T00:00:00Z")];
    await route.fulfill({ json: { items, next_cursor: "further" } });
  });
  await page.route("**/api/me/messages/unread", (route) => route.fulfill({ json: { count: 120 } }));
  await open(page, "/cus/messages/");
  await expect(bell(page)).toHaveAccessibleName("Messages, 99+ unread");
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "New Message 2" })).toBeVisible();
  // What leads to another site is no link, and can be marked as read all the same.
  await expect(main.getByRole("link", { name: /Message 1/ })).toHaveCount(0);
  await expect(main.getByRole("button", { name: "Mark as read: Message 1" })).toBeVisible();
  await expect(main.getByRole("link", { name: "Show older" })).toHaveAttribute(
    "href",
    /\/cus\/messages\/?\?after=further$/,
  );
  await expectWell(page);

  // Nobody answers: it is said, and nothing is taken for read.
  await page.route("**/api/me/messages/read", (route) => route.abort());
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /connection|answer/i })).toBeVisible();
  await expect(main.getByText("New", { exact: true })).toHaveCount(2);
  await page.unroute("**/api/me/messages/read");
  await page.route("**/api/me/messages/read", (route) => route.fulfill({ json: { count: 0 } }));
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("You have read everything.")).toBeVisible();
  await expect(main.getByText("New", { exact: true })).toHaveCount(0);
  await page.unrouteAll();

  await page.reload();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
});

for (const [who, area, first] of [
  ["maria", "st", "New bookings"],
  ["manager", "man", "Requests for a time"],
  ["admin", "ad", "Requests for a time"],
] as const)
  test(`the messages of ${who} and what they want where`, async ({ page }) => {
    await signIn(page, who);
    await open(page, `/${area}/messages/`);
    await expect(bell(page)).toHaveAttribute("aria-current", "page");
    await expectWell(page);
    await page.getByRole("link", { name: "Choose what you get where" }).click();
    await page.waitForURL(new RegExp(`/${area}/messages/choices/$`));
    await expect(page.getByRole("heading", { level: 1, name: "What you get where" })).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(`^${first}`) })).toBeVisible();
    await expectWell(page);
    await page.getByLabel(/^Your mobile number/).fill("12");
    await page.getByRole("button", { name: "Save the number" }).click();
    await expect(page.getByText("Please check this phone number.")).toBeVisible();
    await expect(page.getByLabel(/^Your mobile number/)).toHaveValue("12");
  });

test("what is wanted where is kept, by keyboard alone", async ({ page }) => {
  await signUpAs(page, somebody());
  await open(page, "/cus/messages/choices/");
  await expect(page.getByText("There is no number in your account.")).toBeVisible();
  await call(page, "PATCH", "/api/me", { phone: "07700 900321" });
  await open(page, "/cus/messages/choices/");
  await expect(page.getByText("Texts go to 07700 900321.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Change the number" })).toHaveAttribute(
    "href",
    /^\/cus\/details\/?$/,
  );
  await page.getByRole("checkbox", { name: "Reminders: Text" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: "Reminders: Devices" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(page.getByRole("checkbox", { name: "Reminders: Text" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Reminders: Devices" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Changes: Text" })).toBeChecked();
  await expect(page.getByRole("row", { name: /^Bookings/ })).toContainText("Not sent as a text");
});

test("what goes out as a text is set beside the other settings, and each box is its own", async ({
  page,
}) => {
  await signIn(page, "admin");
  await open(page, "/ad/settings/mentors/");
  const texts = page.getByRole("form", { name: "Text messages" });
  await expect(texts).toContainText("Each text costs money");
  await expect(texts.getByRole("textbox", { name: "No phone rings from (o’clock)" })).toHaveValue("21");
  const letters = page.getByRole("form", { name: "Letters about money" });
  const before = await letters.getByRole("checkbox", { name: "Receipts" }).isChecked();
  await texts.getByText("Receipts", { exact: true }).click();
  await expect(texts.getByRole("checkbox", { name: "Receipts" })).toBeChecked();
  expect(await letters.getByRole("checkbox", { name: "Receipts" }).isChecked()).toBe(before);
  await expectAccessibleInBoth(page);
});
