// This browser's own subscription to notifications (W3C Push API). What it needs to know itself again it keeps in the browser:
// whose messages it shows, as which device, and where its push service takes them.
import { addDevice, forgetDevice } from "./api";
import type { Device } from "./own";

export type Kept = { user: string; id: string; endpoint: string };
/** Whether notifications can be shown here: an iPhone shows them only from its home screen. */
export type Ability = "yes" | "home_screen" | "no";

const KEPT = "almanac.device";
/** A browser without its worker would never say that it is ready; a company that does not answer must hold up nobody. */
const PATIENCE_MS = 15_000;
const LEAVING_MS = 2_000;

/** What this browser was told last; null where it was told nothing, or keeps nothing. */
export function kept(): Kept | null {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(KEPT) ?? "null");
    if (typeof found !== "object" || found === null) return null;
    const { user, id, endpoint } = found as Record<string, unknown>;
    const isWhole = typeof user === "string" && typeof id === "string" && typeof endpoint === "string";
    return isWhole ? { user, id, endpoint } : null;
  } catch {
    return null;
  }
}

function keep(now: Kept | null): void {
  try {
    if (now) window.localStorage.setItem(KEPT, JSON.stringify(now));
    else window.localStorage.removeItem(KEPT);
  } catch {
    // Storage is switched off: the page then offers to turn it on once more.
  }
}

export function ability(): Ability {
  if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) return "yes";
  // An iPad calls itself a Mac, but no Mac is touched with several fingers.
  const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent);
  const isPad = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  const isOnHomeScreen = window.matchMedia?.("(display-mode: standalone)").matches ?? false;
  return (isApple || isPad) && !isOnHomeScreen ? "home_screen" : "no";
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new DOMException("No answer in time", "TimeoutError")), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** The subscription that this browser has, whoever it was made for. */
export async function current(): Promise<PushSubscription | null> {
  if (ability() !== "yes") return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Whether it is one of these devices, so that the messages of whoever is signed in are shown here. */
export async function isOnAs(user: string, devices: readonly Device[]): Promise<boolean> {
  const told = kept();
  if (told?.user !== user || !devices.some(({ id }) => id === told.id)) return false;
  return (await current())?.endpoint === told.endpoint;
}

/** Whether a subscription was made by our key as it is now. One that does not say is taken at its word. */
export function isByKey(subscription: PushSubscription, key: string): boolean {
  const made = subscription.options?.applicationServerKey;
  return !made || inText(made) === key.replace(/=+$/, "");
}

function inText(bytes: ArrayBuffer): string {
  const characters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Shows the messages of `user` in this browser from now on. The leave to show any must have been given. */
export async function turnOn(user: string, key: string, name: string): Promise<Device> {
  const registration = await within(
    PATIENCE_MS,
    navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready),
  );
  let subscription = await registration.pushManager.getSubscription();
  if (subscription && !isByKey(subscription, key)) {
    await subscription.unsubscribe();
    subscription = null;
  }
  subscription ??= await within(
    PATIENCE_MS,
    registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }),
  );
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh = "", auth = "" } = keys ?? {};
  try {
    const device = await addDevice({ endpoint: endpoint ?? "", keys: { p256dh, auth }, name });
    const before = kept();
    keep({ user, id: device.id, endpoint: endpoint ?? "" });
    // What this browser was under its last subscription is no second device. Where it can't be said now, the list keeps it until
    // the push service says that it is gone.
    if (before?.user === user && before.id !== device.id)
      await forgetDevice({ id: before.id }).catch(() => undefined);
    return device;
  } catch (error) {
    await subscription.unsubscribe().catch(() => undefined);
    throw error;
  }
}

/** Ends this browser's subscription. The server learns of it at the latest when it next sends something there. */
export async function letGo(): Promise<void> {
  keep(null);
  await (await current())?.unsubscribe();
}

/** Shows nothing here any more. Throws where the server does not answer. */
export async function turnOff(): Promise<void> {
  const subscription = await current();
  if (subscription) await forgetDevice({ endpoint: subscription.endpoint });
  await letGo();
}

/** Before somebody signs out: the server sends nothing here any more, as far as it can be told at once. Whoever leaves is never
 * held up by it. */
export async function tellLeaving(): Promise<void> {
  const work = async () => {
    const subscription = await current();
    if (subscription) await forgetDevice({ endpoint: subscription.endpoint });
  };
  await within(LEAVING_MS, work()).catch(() => undefined);
}

/** Once they are signed out: this browser takes nothing any more. Before, a sign-out that failed would have ended it. */
export async function leave(): Promise<void> {
  await within(LEAVING_MS, letGo()).catch(() => undefined);
}

/** What an area sees to when it opens. Messages of somebody else who was signed in here are shown no more; a subscription that
 * the browser gave up (the worker cannot tell us: it keeps nothing) is made anew. */
export async function seeTo(user: string, key: () => Promise<string>, name: string): Promise<void> {
  const told = kept();
  if (!told) return;
  if (told.user !== user) return letGo();
  if (ability() !== "yes" || Notification.permission !== "granted") return;
  if ((await current())?.endpoint !== told.endpoint) await turnOn(user, await key(), name);
}
