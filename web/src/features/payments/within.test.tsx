import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mountFields } from "./within";

const within = {
  script: "https://s.example/stripe.js",
  publishable_key: "pk_test_1",
  client_secret: "cs_1_secret_2",
};
type Handlers = Record<string, () => void>;

/** The company's script, as far as it is used: its frame comes up, or does not. */
function company({ up = "ready", knows = true, confirmed = { type: "success" } as object } = {}) {
  const handlers: Handlers = {};
  const element = {
    on: (event: string, handler: () => void) => {
      handlers[event] = handler;
    },
    mount: vi.fn(() => queueMicrotask(() => handlers[up]?.())),
    destroy: vi.fn(),
  };
  const actions = { confirm: vi.fn(async () => confirmed) };
  const sdk = {
    loadActions: async () => (knows ? { type: "success", actions } : { type: "error", error: {} }),
    createPaymentElement: () => element,
    changeAppearance: vi.fn(),
  };
  const init = vi.fn((_: object) => sdk);
  const make = vi.fn((_key: string, _options: object) => ({ initCheckoutElementsSdk: init }));
  vi.stubGlobal("Stripe", make);
  return { make, init, element, actions, sdk };
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.head.replaceChildren();
});

describe("the company's fields within our page", () => {
  it("are made with the key and the secret, in our colours, and pay once they are up", async () => {
    const { make, init, actions, element } = company();
    const fields = await mountFields(within, document.createElement("div"), "de");
    expect(make).toHaveBeenCalledWith("pk_test_1", { locale: "de" });
    expect(init.mock.calls[0]?.[0]).toMatchObject({
      clientSecret: "cs_1_secret_2",
      elementsOptions: { appearance: { theme: "night" }, savedPaymentMethod: { enableSave: "never" } },
    });
    expect(await fields.pay()).toBe("paid");
    expect(actions.confirm).toHaveBeenCalledWith({ redirect: "if_required" });
    fields.destroy();
    expect(element.destroy).toHaveBeenCalled();
  });

  it("tell a bank's no from what is not filled in", async () => {
    company({ confirmed: { type: "error", error: { code: "paymentFailed", message: "x" } } });
    const declined = await mountFields(within, document.createElement("div"), "en");
    expect(await declined.pay()).toBe("declined");
    company({ confirmed: { type: "error", error: { code: null, message: "x" } } });
    const unfilled = await mountFields(within, document.createElement("div"), "en");
    expect(await unfilled.pay()).toBe("incomplete");
  });

  it("do not come up where their frame fails, or the payment is over", async () => {
    for (const fails of [{ up: "loaderror" }, { knows: false }]) {
      const { element } = company(fails);
      await expect(mountFields(within, document.createElement("div"), "en")).rejects.toThrow();
      expect(element.destroy).toHaveBeenCalled();
    }
  });

  it("do not come up where the script does not", async () => {
    vi.stubGlobal("Stripe", undefined);
    const coming = mountFields(within, document.createElement("div"), "en");
    const script = document.head.querySelector("script");
    expect(script?.src).toBe(within.script);
    script?.dispatchEvent(new Event("error"));
    await expect(coming).rejects.toThrow("did not load");
    expect(document.head.querySelector("script")).toBeNull();
  });
});
