// The sample people and how they sign in: shared by the tests of the signed-in areas.
import { readFileSync } from "node:fs";
import { type APIResponse, expect, type Page } from "@playwright/test";

/** The passwords were made when the sample data was; the stack says where they are kept. */
function signIns(): Map<string, string> {
  const path = process.env.ALMANAC_SIGN_INS;
  if (!path) throw new Error("ALMANAC_SIGN_INS names no file: run these tests against the Makefile's stack");
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [password = "", , name = ""] = line.trim().split(/\s+/).reverse();
      return [name, password];
    }),
  );
}

export function passwordOf(who: string): string {
  const password = signIns().get(who);
  if (!password) throw new Error(`No sample sign-in for ${who}`);
  return password;
}

/** Waits until the page is alive: every control on it has its script behind it. A form sent before would be a plain one, and a
 * button pressed before does nothing. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll("button, input, select, textarea")].every((control) =>
        Object.keys(control).some((key) => key.startsWith("__reactProps$")),
      ),
    null,
    { polling: 50 }, // with each frame it would slow down what it waits for
  );
}

/** Opens a page and waits until it is alive. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Fills in the form of the sign-in page. */
export async function type(page: Page, name: string, password: string): Promise<void> {
  await ready(page);
  await page.getByLabel("User name or e-mail").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** Signs in by the door that the form uses, without the form: sign-in.spec.ts tries that. No page is opened. */
export async function signIn(page: Page, who: string): Promise<void> {
  const allauth = "/_allauth/browser/v1";
  await page.request.get(`${allauth}/config`); // brings the token that every change has to carry
  await call(page, "POST", `${allauth}/auth/login`, { username: who, password: passwordOf(who) });
  expect((await page.context().cookies()).map(({ name }) => name)).toContain("sessionid");
}

/** Signs in as somebody else. The page is left first: an answer still on its way to it would bring back old cookies. */
export async function as(page: Page, who: string): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies();
  await signIn(page, who);
}

/** Has said once more that it is them, so that no dialog asks in the next minutes. */
export async function proven(page: Page, who: string): Promise<void> {
  await call(page, "POST", "/_allauth/browser/v1/auth/reauthenticate", { password: passwordOf(who) });
}

/** Answers the dialog that asks once more who is there. */
export async function sayPassword(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  const field = dialog.getByLabel("Your password");
  await expect(field).toBeFocused();
  await field.fill("not mine");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This is not the password of this account")).toBeVisible();
  await field.fill(password);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
}

/** A request to the API as the person signed in on this page, with whatever answer it gets. */
export async function send(
  page: Page,
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
): Promise<APIResponse> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === "csrftoken")?.value ?? "";
  return page.request.fetch(path, {
    method,
    headers: {
      "X-CSRFToken": token,
      Referer: page.url(),
      "Idempotency-Key": crypto.randomUUID(),
      ...headers,
    },
    ...(body && { data: body }),
  });
}

/** The same, where the answer has to be a good one. */
export async function call<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  const answer = await send(page, method, path, body);
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/** Calls a visit off as whoever is signed in, having seen what that means. */
export async function callOff(page: Page, appointment: string | undefined, reason: string): Promise<void> {
  const path = `/api/appointments/${appointment}`;
  const { token } = await call<{ token: string }>(page, "GET", `${path}/cancellation`);
  await call(page, "POST", `${path}/cancel`, { reason, token });
}

type Basket = { lines: { id: string }[]; total_amount: number };
type Slots = { days: { slots: { starts_at: string }[] }[]; staff: { id: string }[] };
type Service = { id: string; slug: string; staff: { staff_id: string; staff_slug: string }[] };

/** Books as the customer signed in on this page, or as a guest, with the named person, at the last free time of a fortnight or of the
 * days named. */
export async function book(
  page: Page,
  {
    business = "valclean",
    service,
    staff,
    days = [3, 17],
    contact = {},
  }: {
    business?: string;
    service: string;
    staff: string;
    days?: [number, number];
    /** In place of what is usual: another name, address or telephone. */
    contact?: { name?: string; email?: string; phone?: string };
  },
): Promise<{ number: string; token: string; startsAt: string; staffId: string }> {
  const services = await call<Service[]>(page, "GET", `/api/services?business=${business}`);
  const wanted = services.find(({ slug }) => slug === service);
  const person = wanted?.staff.find(({ staff_slug }) => staff_slug === staff);
  if (!wanted || !person) throw new Error(`${staff} does not deliver ${service}`);
  const atHome = business === "valclean";
  if (atHome) await call(page, "PUT", "/api/basket/place", { business, postcode: "SW11 5TN" });
  const basket = await call<Basket>(page, "POST", "/api/basket/lines", {
    service_id: wanted.id,
    extras: [],
    seats: 1,
    preferred_staff: [person.staff_id],
  });
  const line = basket.lines.at(-1)?.id ?? "";
  const [first, last] = days.map((ahead) =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10),
  );
  const slots = await call<Slots>(page, "GET", `/api/slots?line=${line}&first_on=${first}&last_on=${last}`);
  const startsAt = slots.days.flatMap((day) => day.slots).at(-1)?.starts_at ?? "";
  await call(page, "POST", "/api/holds", { line_id: line, starts_at: startsAt, staff_id: person.staff_id });
  const me = await call<{ customer_id: string | null; name: string; email: string }>(page, "GET", "/api/me");
  const ready = await call<Basket>(page, "PATCH", "/api/basket/details", {
    ...(me.customer_id
      ? { name: me.name, email: me.email }
      : { name: "Gwen Guest", email: "gwen@example.com" }),
    phone: "+442079460201",
    ...contact,
    ...(atHome && { line1: "14 Lavender Gardens", town: "London" }),
  });
  const { number, token } = await call<{ number: string; token: string }>(page, "POST", "/api/bookings", {
    shown_total_amount: ready.total_amount,
    payment_method: "pay_on_site",
    terms_accepted: true,
    early_start_consent: true,
  });
  return { number, token, startsAt, staffId: person.staff_id };
}
