// How somebody of the team takes an order by phone: shared by the browser tests.
import { expect, type Page } from "@playwright/test";
import { findTime } from "./journey";

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** One more service for the caller. */
export async function add(page: Page, service: string): Promise<void> {
  const select = page.getByLabel("Service", { exact: true });
  const option = await select.locator("option").filter({ hasText: service }).first().getAttribute("value");
  await select.selectOption(option);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 3, name: new RegExp(`^${service}, £`) })).toBeVisible();
}

/** Somebody we do not know yet, without an e-mail, at an address we come to. */
export async function somebodyNew(page: Page, name: string): Promise<void> {
  await part(page, "Who is it for?").getByLabel("Name").fill(name);
  await page.getByLabel("Phone", { exact: true }).fill("020 7946 0777");
  await page.getByLabel("Postcode").fill("SW11 1AA");
  await page.getByRole("button", { name: "Use this postcode" }).click();
  await expect(page.getByText("We come to SW11 1AA.")).toBeVisible();
  await page.getByLabel("House and street").fill("3 Quiet Street");
}

/** Keeps the first free time of the calendar's `day`th free day: the next one when another test was faster. */
export async function keepFree(page: Page, day: number): Promise<void> {
  const taken = page.getByRole("alert").filter({ hasText: "That time has just gone" });
  const kept = page.getByText("This time is kept for them.");
  await expect(async () => {
    await (await findTime(page, { day })).check();
    await page.getByRole("button", { name: "Keep this time" }).click();
    await expect(taken.or(kept)).toBeVisible();
    await expect(kept).toBeVisible({ timeout: 1 });
  }).toPass({ intervals: [500] });
}

/** Reads the order's number when it is booked. */
export async function agreeAndBook(page: Page): Promise<string> {
  await page.getByLabel("I told them our terms and they agree").check();
  const early = page.getByLabel(/^They ask us to start within 14 days/);
  if (await early.isVisible()) await early.check();
  await page.getByRole("button", { name: /^Book for £/ }).click();
  const booked = page.getByText(/^Booked: /);
  await expect(booked).toBeVisible();
  return (await booked.textContent())?.replace("Booked: ", "") ?? "";
}
