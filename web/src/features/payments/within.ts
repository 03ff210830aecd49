// A card's fields within our page: the payment company's script, loaded when somebody pays and from where the server says, and
// the few of its functions that are used (docs.stripe.com/js/custom_checkout). What is typed stays in the company's frame.
import type { components } from "@/lib/api/schema";

export type Within = components["schemas"]["WithinOut"];

type Failure = { message: string; code: string | null };
type Confirmed = { type: "success" } | { type: "error"; error: Failure };
type Actions = { confirm(how: { redirect: "if_required" }): Promise<Confirmed> };
type Loaded = { type: "success"; actions: Actions } | { type: "error"; error: Failure };
type Look = { theme: "stripe" | "night"; variables: Record<string, string> };
type Element = {
  mount(place: HTMLElement): void;
  destroy(): void;
  on(event: "ready" | "loaderror", handler: () => void): unknown;
};
type Sdk = {
  loadActions(): Promise<Loaded>;
  createPaymentElement(): Element;
  changeAppearance(look: Look): void;
};
type Company = {
  initCheckoutElementsSdk(options: {
    clientSecret: string;
    elementsOptions: {
      appearance: Look;
      savedPaymentMethod: { enableSave: "never"; enableRedisplay: "auto" };
    };
  }): Sdk;
};
type MakeCompany = (key: string, options: { locale: string }) => Company;

const PATIENCE_MS = 20_000;

/** Loads the script once; a page that could not may be loaded anew. Rejects where it is blocked, fails or takes too long. */
function load(address: string): Promise<MakeCompany> {
  return new Promise((resolve, reject) => {
    const found = () => (window as unknown as { Stripe?: MakeCompany }).Stripe;
    const known = found();
    if (known) return resolve(known);
    const script = document.createElement("script");
    const fail = () => {
      script.remove();
      reject(new Error("the company's script did not load"));
    };
    const late = setTimeout(fail, PATIENCE_MS);
    script.src = address;
    script.onerror = fail;
    script.onload = () => {
      clearTimeout(late);
      const made = found();
      if (made) resolve(made);
      else fail();
    };
    document.head.append(script);
  });
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Our colours, light or dark as the page is now. */
function lookNow(): Look {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    theme: isDark() ? "night" : "stripe",
    variables: {
      colorPrimary: colour("--accent"),
      colorBackground: colour("--paper"),
      colorText: colour("--ink"),
      colorTextSecondary: colour("--muted"),
      colorDanger: colour("--bad"),
      borderRadius: colour("--radius"),
      spacingUnit: "4px",
      fontSizeBase: "17px",
    },
  };
}

export type Fields = {
  /** Pays with what is typed. "declined": the bank said no, and why is asked of the server. */
  pay(): Promise<"paid" | "declined" | "incomplete">;
  destroy(): void;
};

/** Puts the card's fields into `place`. Rejects where the company's part does not come up. */
export async function mountFields(within: Within, place: HTMLElement, locale: string): Promise<Fields> {
  const make = await load(within.script);
  const sdk = make(within.publishable_key, { locale }).initCheckoutElementsSdk({
    clientSecret: within.client_secret,
    // Whether a card is kept was asked by us, with our words.
    elementsOptions: {
      appearance: lookNow(),
      savedPaymentMethod: { enableSave: "never", enableRedisplay: "auto" },
    },
  });
  const element = sdk.createPaymentElement();
  const isUp = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the fields did not come up")), PATIENCE_MS);
    const end = (then: () => void) => {
      clearTimeout(late);
      then();
    };
    element.on("ready", () => end(resolve));
    element.on("loaderror", () => end(() => reject(new Error("the fields could not be loaded"))));
  });
  element.mount(place);
  try {
    const [actions] = await Promise.all([actionsOf(sdk), isUp]);
    return { ...keepLooking(sdk, element), pay: () => pay(actions) };
  } catch (error) {
    element.destroy();
    throw error;
  }
}

/** Rejects at once where the company knows no such payment, or it is over. */
async function actionsOf(sdk: Sdk): Promise<Actions> {
  const loaded = await sdk.loadActions();
  if (loaded.type === "error") throw new Error("the company knows no such payment");
  return loaded.actions;
}

async function pay(actions: Actions): Promise<"paid" | "declined" | "incomplete"> {
  const done = await actions.confirm({ redirect: "if_required" });
  if (done.type === "success") return "paid";
  return done.error.code === "paymentFailed" ? "declined" : "incomplete";
}

/** The fields follow the page from light to dark and back, until they are gone. */
function keepLooking(sdk: Sdk, element: Element): Pick<Fields, "destroy"> {
  const change = () => sdk.changeAppearance(lookNow());
  const device = window.matchMedia("(prefers-color-scheme: dark)");
  device.addEventListener("change", change);
  return {
    destroy() {
      device.removeEventListener("change", change);
      element.destroy();
    },
  };
}
