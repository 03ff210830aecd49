// What reached telephones and browsers, as the stand-ins of their companies tell it: shared by the browser tests.
import { type Browser, expect, type Page } from "@playwright/test";
import { send, signIn } from "./team";

const twilio = process.env.TWILIO_STAND_IN_URL ?? "";
const push = process.env.PUSH_STAND_IN_URL ?? "";

/** A mobile number of the range that Britain keeps for stories; those below it bring the stand-in's troubles. */
export function someMobile(): string {
  return `+447700900${700 + Math.floor(Math.random() * 300)}`;
}

/** The texts that a number was sent, the newest first. */
export async function textsTo(page: Page, phone: string): Promise<string[]> {
  const answer = await page.request.get(`${twilio}/_control/messages?to=${encodeURIComponent(phone)}`);
  const { messages } = (await answer.json()) as { messages: { body: string }[] };
  return messages.map(({ body }) => body);
}

/** Waits for a text that matches. */
export async function textTo(page: Page, phone: string, words: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    found = (await textsTo(page, phone)).find((body) => words.test(body));
    expect(found, `a text to ${phone} about ${words}`).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return found ?? "";
}

/** The short link at the end of a text. */
export function linkIn(text: string): string {
  return /https?:\S+\/m\/#[0-9A-Z]{12}$/.exec(text)?.[0] ?? "";
}

/** Telephones may ring at any hour, so that these tests can run at any. */
export async function atAnyHour(browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "admin");
  const path = "/api/businesses/valclean/settings/texts";
  await expect(async () => {
    const { values, revision } = await (await page.request.get(path)).json();
    if (values.quiet_from === values.quiet_until) return;
    const wanted = { values: { ...values, quiet_from: 0, quiet_until: 0 } };
    const answer = await send(page, "PUT", path, wanted, { "If-Match": `"${revision}"` });
    expect(answer.status()).toBe(200); // 412 where another test was faster
  }).toPass();
  await context.close();
}

export type Pushed = { text: string; state: string };

/** What a browser was pushed, decrypted, the newest first. */
export async function pushedTo(page: Page, endpoint: string): Promise<Pushed[]> {
  const answer = await page.request.get(`${push}/_control/messages?endpoint=${encodeURIComponent(endpoint)}`);
  return ((await answer.json()) as { messages: Pushed[] }).messages;
}

/** A browser in tests has no push service, and is never given leave: the stand-in's subscription takes the place of its own.
 * Returns the endpoint of it. Call it before the first page is opened. */
export async function withPushService(page: Page, key: string): Promise<string> {
  const answer = await page.request.post(`${push}/_control/subscribe`, {
    data: { applicationServerKey: key },
  });
  const made = (await answer.json()) as { endpoint: string };
  await page.addInitScript((subscription) => {
    const name = "test.subscribed";
    const there = () =>
      window.localStorage.getItem(name) === null
        ? null
        : {
            endpoint: subscription.endpoint,
            options: { applicationServerKey: null },
            toJSON: () => subscription,
            unsubscribe: async () => {
              window.localStorage.removeItem(name);
              return true;
            },
          };
    Object.defineProperty(window.Notification, "permission", {
      get: () => window.localStorage.getItem("test.leave") ?? "default",
    });
    window.Notification.requestPermission = async () => {
      window.localStorage.setItem("test.leave", "granted");
      return "granted";
    };
    window.PushManager.prototype.getSubscription = async () => there() as PushSubscription | null;
    window.PushManager.prototype.subscribe = async () => {
      window.localStorage.setItem(name, "yes");
      return there() as unknown as PushSubscription;
    };
  }, made);
  return made.endpoint;
}
