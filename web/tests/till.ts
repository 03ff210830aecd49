// The company's end of a payment: cards switched on and off, its page filled in, charges planned for an order.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { call, open, proven, signIn } from "./team";

export const VISA = "4242 4242 4242 4242";
export const CHALLENGED = "4000 0027 6000 3184";
export const DECLINED = "4000 0000 0000 0002";
export const AWAY_FAILS = "4000 0000 0000 0341";

export async function switchCards(page: Page, on: boolean): Promise<void> {
  await signIn(page, "admin");
  await proven(page, "admin");
  await open(page, "/ad/payments/companies/");
  await takesPayments(page, "Stripe", on);
}

/** On the page of payment companies: switches one on or off, in test mode. */
export async function takesPayments(page: Page, name: string, on: boolean): Promise<void> {
  const company = page.getByRole("region", { name: `${name}, test mode` });
  await company.getByRole("checkbox", { name: "Takes new payments" }).setChecked(on);
  await company.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${name} is saved`)).toBeVisible();
}

/** Each spec of payments asks for it, and whoever comes first switches them on. They stay on for those beside it. */
export async function takeCards(browser: Browser): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  const methods: string[] = await (await page.request.get("/api/payment-methods")).json();
  if (!methods.includes("card")) await switchCards(page, true);
  await page.context().close();
}

export async function typeCard(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByLabel("Expiry").fill("12 / 34");
  await page.getByLabel("CVC").fill("123");
}

export async function payWith(page: Page, card: string): Promise<void> {
  await typeCard(page, card);
  await page.getByRole("button", { name: /^Pay GBP/ }).click();
}

const root = resolve(import.meta.dirname, "../..");
const python = resolve(root, ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/** Has all of an order charged by itself in so many hours, as a subscription would. */
export function planCharge(number: string, hours: number): void {
  const code = [
    "from datetime import timedelta",
    "from django.db import transaction",
    "from almanac.kit import clock",
    "from almanac.payments.actions.charges import plan",
    "from almanac.sales.models import Order",
    `order = Order.objects.get(number=${JSON.stringify(number)})`,
    "ids = list(order.lines.values_list('pk', flat=True))",
    `due = clock.now() + timedelta(hours=${hours})`,
    "with transaction.atomic():",
    "    plan(order=order, line_ids=ids, due_at=due)",
  ].join("\n");
  execFileSync(python, ["manage.py", "shell", "-c", code], { cwd: resolve(root, "server"), stdio: "pipe" });
}

/** Every law of the books, looked at now: fails where one is broken. */
export function checkBooks(): void {
  execFileSync(python, ["manage.py", "check_books"], { cwd: resolve(root, "server"), stdio: "pipe" });
}

/** On the page of a booking that was just paid: calls it off, and reads by which way all of it goes back. */
export async function calledOff(page: Page, way: string): Promise<void> {
  await page
    .getByRole("link", { name: /Move or cancel|Manage|Change/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(page.getByText(new RegExp(`^£[\\d.]+ goes back to ${way}\\.$`))).toBeVisible();
  await page
    .getByRole("button", { name: /^Cancel/ })
    .first()
    .click();
  await expect(page.getByText(/goes back to you/)).toBeVisible();
}

/** How often the companies' accounts were written to for an order, and what is left there; but for what they keep. */
export async function atCompany(page: Page, number: string): Promise<[number, number]> {
  type Leg = { role: string; holder: string; debit: number; credit: number };
  type Entry = { kind: string; legs: Leg[] };
  const entries = await call<Entry[]>(page, "GET", `/api/orders/${number}/ledger`);
  const legs = entries.flatMap(({ kind, legs: all }) => (kind === "fee" ? [] : all));
  const clearing = legs.filter(({ role }) => role === "clearing");
  return [clearing.length, clearing.reduce((sum, { debit, credit }) => sum + debit - credit, 0)];
}
