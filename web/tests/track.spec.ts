// A booking found again: by the link in the message and by its number; looked at, moved and cancelled.
import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBoth, expectFits } from "./axe";
import { findTime, mailTo, pressBook, pressMove, someGuest, toLastStep } from "./journey";

async function book(page: Page, choice: { day: number; nth: number }) {
  const guest = someGuest();
  await toLastStep(page, guest, choice);
  return { guest, number: await pressBook(page) };
}

const order = (page: Page, number: string) =>
  page.getByRole("heading", { level: 1, name: `Booking ${number}` });

test("by the link in the message: moved, then cancelled", async ({ page }) => {
  const { guest, number } = await book(page, { day: 5, nth: 6 });
  const mail = await mailTo(page, guest.email, /./);
  const link = mail.text.match(/https?:\/\/\S+\/track\/#\S+/)?.[0] ?? "";
  expect(link).not.toBe("");
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto(link);
  await expect(order(page, number)).toBeVisible();

  await page.getByRole("button", { name: "Move Regular clean" }).click();
  await page.getByRole("button", { name: "Next month" }).click();
  await page
    .getByRole("button", { name: /^Sunday .*, nothing free, see why$/ })
    .first()
    .click();
  await expect(page.getByRole("group", { name: /^Nothing free on Sun / })).toContainText("works on that day");
  await (await findTime(page, { day: 6, nth: 3 })).check();
  await pressMove(page, /^Move to /, /^Done: it is now on /);
  await expect(order(page, number)).toBeVisible();
  await mailTo(page, guest.email, /moved|new time|changed/i);

  await page.getByRole("button", { name: "Cancel Regular clean" }).click();
  await expect(page.getByText("Cancelling now costs nothing.")).toBeVisible();
  await page.goBack();
  await expect(order(page, number)).toBeVisible();
  await page.getByRole("button", { name: "Cancel Regular clean" }).click();
  await page.getByRole("button", { name: "Cancel, free of charge" }).click();
  await expect(page.getByRole("main").getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Move Regular clean" })).toHaveCount(0);
  await mailTo(page, guest.email, /cancelled/i);

  const secret = link.split("#")[1] ?? "";
  expect(addresses.filter((address) => new URL(address).hash === "" && address.includes(secret))).toEqual([]);
  expect(addresses.join()).not.toContain(encodeURIComponent(guest.email));
});

test("to another address, at a time that fits the way there", async ({ page }) => {
  const { guest, number } = await book(page, { day: 4, nth: 4 });
  const mail = await mailTo(page, guest.email, /./);
  await page.goto(mail.text.match(/https?:\/\/\S+\/track\/#\S+/)?.[0] ?? "");
  await page.getByRole("button", { name: "Move Regular clean" }).click();
  const where = page.getByRole("combobox", { name: "Where" });
  const at = async (line: string, postcode: string) => {
    await where.selectOption("Another address…");
    await page.getByRole("combobox", { name: "House number and street" }).fill(line);
    await page.getByRole("textbox", { name: "Town or city" }).fill("London");
    await page.getByRole("textbox", { name: "Postcode" }).fill(postcode);
    await page.getByRole("button", { name: "Use this address" }).click();
  };
  await at("3 Sea View", "BN1 8AA");
  await expect(page.getByRole("alert").filter({ hasText: "nobody comes there" })).toBeVisible();
  await expect(where).toHaveValue(/./); // it stays where it is
  await at("2 Low Road", "SW11 2AA");
  await expect(page.getByText("those shown fit the way there", { exact: false })).toBeVisible();
  await expectFits(page, 360);
  await expectAccessibleInBoth(page);
  await (await findTime(page, { day: 5, nth: 4 })).check();
  await pressMove(page, /^Move to .*, 2 Low Road, London, SW11 2AA$/, /^Done: it is now on .*, 2 Low Road/);
  await expect(order(page, number)).toBeVisible();
  await expect(
    page.getByRole("main").getByText("2 Low Road, London, SW11 2AA", { exact: true }),
  ).toBeVisible();
  expect((await mailTo(page, guest.email, /moved|new time|changed/i)).text).toContain("2 Low Road");
});

test("by number and e-mail, however it is written", async ({ page, context }) => {
  const { guest, number } = await book(page, { day: 6, nth: 7 });
  await context.clearCookies();
  await page.goto("/track/");
  await page.getByRole("button", { name: "Show my booking" }).click();
  await expect(page.getByRole("group", { name: /2 things to put right/ })).toBeFocused();
  await page
    .getByRole("textbox", { name: "Booking number" })
    .fill(` ${number.toLowerCase().replaceAll("-", " ")} `);
  await page.getByRole("textbox", { name: "E-mail you booked with" }).fill("someone@else.example");
  await page.getByRole("button", { name: "Show my booking" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "could not find that booking" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail you booked with" }).fill(guest.email.toUpperCase());
  await page.getByRole("button", { name: "Show my booking" }).click();
  await expect(order(page, number)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Track a booking" })).toBeVisible();
});

test("a link that was tampered with opens nothing", async ({ page }) => {
  const { number } = await book(page, { day: 2, nth: 8 });
  const secret = new URL(page.url()).hash.slice(1);
  const forged = secret.replace(/^./, (letter) => (letter === "x" ? "y" : "x"));
  await page.goto(`/track/#${forged}`);
  await expect(
    page.getByRole("alert").filter({ hasText: "This link does not open a booking" }),
  ).toBeVisible();
  await expect(page.getByText(number)).toHaveCount(0);
});
