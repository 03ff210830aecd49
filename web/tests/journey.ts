// How a guest walks through the journey: shared by the browser tests. Every step is found as a reader finds it, by the
// words on the page.
import { expect, type Locator, type Page } from "@playwright/test";
import { open } from "./team";

export const postcode = "SW11 1AA";

export type Guest = { name: string; email: string; phone: string; street: string };

/** A guest nobody else in this run is: their messages can be told apart. */
export function someGuest(name = "Ada Price"): Guest {
  const unique = crypto.randomUUID().slice(0, 8);
  return { name, email: `ada.${unique}@example.org`, phone: "020 7946 0321", street: "12 Lavender Hill" };
}

export async function expectStep(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("navigation", { name: "Progress" }).getByText(/^Step \d of \d: /)).toHaveText(
    new RegExp(`: ${name}$`),
  );
}

/** Two presses at once, as of an impatient finger; both meet this page, and not the button of a page that comes after it. */
export async function pressTwice(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.evaluate((each: HTMLElement) => {
    each.click();
    each.click();
  });
}

/** The one main action of a step. */
export function mainAction(page: Page, name: string | RegExp) {
  return page.getByRole("complementary", { name: "Your booking" }).getByRole("button", { name });
}

export async function givePostcode(page: Page, typed = postcode): Promise<void> {
  await page.getByRole("textbox", { name: "Postcode" }).fill(typed);
  await mainAction(page, "Continue").click();
}

export async function chooseService(page: Page, name: string | RegExp): Promise<void> {
  await expectStep(page, "Service");
  await page.getByRole("radio", { name }).check();
  await mainAction(page, "Continue").click();
}

export async function skipExtras(page: Page): Promise<void> {
  await expectStep(page, "Extras");
  await mainAction(page, "Continue without extras").click();
}

/** Goes past the questions of a service, where none must be answered. */
export async function skipQuestions(page: Page): Promise<void> {
  await expectStep(page, "Questions");
  await mainAction(page, /^Continue/).click();
}

/** Chooses the `nth` free time of the calendar's `day`th free day and says which is kept: the nearest other one when
 * another test was faster. */
export async function chooseTime(page: Page, { day = 3, nth = 0 } = {}): Promise<string> {
  await expectStep(page, "Time");
  await (await findTime(page, { day, nth })).check();
  await mainAction(page, /^Keep /).click();
  const taken = page.getByRole("alert").filter({ hasText: "That time has just gone" });
  const basket = page.getByRole("heading", { level: 1, name: "Your basket" });
  await expect(taken.or(basket)).toBeVisible();
  if (await taken.isVisible()) await taken.getByRole("button").first().click();
  await expectStep(page, "Basket");
  return (await (await page.request.get("/api/basket")).json()).lines.at(-1).starts_at;
}

/** A free time on a day far enough away that it can still be moved and cancelled. */
export async function findTime(page: Page, { day = 3, nth = 0 } = {}) {
  const days = page.getByRole("grid").getByRole("button", { name: /\d free times?$/ });
  await expect(days.first()).toBeVisible();
  // What is shown may be of what was asked before: another place, another month.
  const answered = () => expect(page.getByRole("grid")).not.toHaveAttribute("aria-busy");
  await answered();
  // Near the end of a month the rest of it may be too short.
  if ((await days.count()) <= day) {
    await page.getByRole("button", { name: "Next month" }).click();
    await answered();
    await expect(days.first()).toBeVisible();
  }
  await days.nth(day).click();
  const slots = page.getByRole("group", { name: /^Times on / }).getByRole("radio");
  await expect(slots.first()).toBeVisible();
  return slots.nth(Math.min(nth, (await slots.count()) - 1));
}

export async function giveDetails(page: Page, guest: Guest): Promise<void> {
  await expectStep(page, "Your details");
  await page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(guest.email);
  await page.getByRole("textbox", { name: "Phone" }).fill(guest.phone);
  await page.getByLabel("House number and street").fill(guest.street);
  await mainAction(page, "Continue").click();
}

export async function agree(page: Page): Promise<void> {
  await expectStep(page, "Check and book");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
}

/** Presses "Move to" and says that it is done: the nearest other time is taken when another test was faster. */
export async function pressMove(page: Page, button: RegExp, done: RegExp): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const moved = page.getByText(done);
  const taken = page.getByRole("alert").filter({ hasText: "That time has just gone" });
  await expect(taken.or(moved)).toBeVisible();
  if (await taken.isVisible()) await taken.getByRole("button").first().click();
  await expect(moved).toBeVisible();
}

/** From the first page to the last step, with a cleaning at a free time; everything ticked, nothing pressed. */
export async function toLastStep(
  page: Page,
  guest: Guest,
  { day = 3, nth = 0, service = /^Regular clean/ } = {},
) {
  await open(page, "/booking/");
  await givePostcode(page);
  await chooseService(page, service);
  await expect(page.getByText(/^(When suits you|Anything extra)/)).toBeVisible();
  if (await page.getByText("Anything extra?").isVisible()) await skipExtras(page);
  const startsAt = await chooseTime(page, { day, nth });
  await expectStep(page, "Basket");
  await mainAction(page, "Continue to your details").click();
  await giveDetails(page, guest);
  await agree(page);
  return startsAt;
}

/** Presses "Book" and reads the order's number. */
export async function pressBook(page: Page): Promise<string> {
  await mainAction(page, /^Book for £/).click();
  await expect(page.getByRole("heading", { level: 1, name: "Booked. See you then!" })).toBeVisible();
  return (await page.getByText(/^[A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? "";
}

type Mail = { id: string; subject: string; to: string[]; text: string };

const inbox = process.env.ALMANAC_INBOX_URL ?? "http://localhost:8026";

/** The messages that reached this address, newest first. */
export async function mailsTo(page: Page, address: string): Promise<Mail[]> {
  const answer = await page.request.get(`${inbox}/api/messages?to=${encodeURIComponent(address)}`);
  return answer.json();
}

/** Waits for a message whose subject matches. */
export async function mailTo(page: Page, address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await mailsTo(page, address)).find((mail) => subject.test(mail.subject));
    expect(found, `a message to ${address} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return found as Mail;
}
