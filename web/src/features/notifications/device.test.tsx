import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const { addDevice, forgetDevice } = vi.hoisted(() => ({ addDevice: vi.fn(), forgetDevice: vi.fn() }));
vi.mock("./api", () => ({ addDevice, forgetDevice }));

import { ability, isByKey, isOnAs, kept, leave, seeTo, tellLeaving, turnOff, turnOn } from "./device";

const KEY = "BAECAwQ"; // the bytes 4, 1, 2, 3, 4
const bytes = (...values: number[]) => new Uint8Array(values).buffer;

class Subscription {
  unsubscribe = vi.fn(async () => {
    if (manager.now === this) manager.now = null;
    return true;
  });
  options: { applicationServerKey: ArrayBuffer };
  constructor(
    readonly endpoint: string,
    key = bytes(4, 1, 2, 3, 4),
  ) {
    this.options = { applicationServerKey: key };
  }
  toJSON() {
    return { endpoint: this.endpoint, keys: { p256dh: "p", auth: "a" } };
  }
}

const manager = {
  now: null as Subscription | null,
  count: 0,
  getSubscription: vi.fn(async () => manager.now),
  subscribe: vi.fn(async () => {
    manager.count += 1;
    manager.now = new Subscription(`https://push.test/${manager.count}`);
    return manager.now;
  }),
};
const registration = { pushManager: manager };

function browser({ permission = "granted", push = true, agent = "Chrome/130 Android" } = {}) {
  vi.stubGlobal("Notification", push ? { permission } : undefined);
  vi.stubGlobal("PushManager", class {});
  if (!push) {
    vi.unstubAllGlobals();
  }
  Object.defineProperty(navigator, "userAgent", { value: agent, configurable: true });
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: {
      register: vi.fn(async () => registration),
      ready: Promise.resolve(registration),
      getRegistration: vi.fn(async () => registration),
    },
  });
}

beforeEach(() => {
  window.localStorage.clear();
  manager.now = null;
  manager.count = 0;
  vi.clearAllMocks();
  addDevice.mockResolvedValue({ id: "d1", name: "Chrome on Android", created_at: "" });
  forgetDevice.mockResolvedValue(undefined);
  browser();
});
afterEach(() => vi.unstubAllGlobals());

const device = (id: string) => ({ id, name: "", created_at: "" });

describe("whether a browser can", () => {
  it("says what it lacks, and on an iPhone how it could", () => {
    expect(ability()).toBe("yes");
    browser({ push: false });
    expect(ability()).toBe("no");
    browser({ push: false, agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Safari/604" });
    expect(ability()).toBe("home_screen");
  });
});

describe("turning it on", () => {
  it("subscribes by our key, tells the server, and knows itself again", async () => {
    await turnOn("ann", KEY, "Chrome on Android");
    expect(manager.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: KEY });
    expect(addDevice).toHaveBeenCalledWith({
      endpoint: "https://push.test/1",
      keys: { p256dh: "p", auth: "a" },
      name: "Chrome on Android",
    });
    expect(kept()).toEqual({ user: "ann", id: "d1", endpoint: "https://push.test/1" });
    expect(await isOnAs("ann", [device("d1")])).toBe(true);
  });

  it("takes the subscription there is, unless it was made by another key", async () => {
    const before = new Subscription("https://push.test/old");
    manager.now = before;
    await turnOn("ann", KEY, "x");
    expect(manager.subscribe).not.toHaveBeenCalled();
    const other = new Subscription("https://push.test/other", bytes(9, 9));
    manager.now = other;
    expect([isByKey(before as never, KEY), isByKey(other as never, KEY)]).toEqual([true, false]);
    await turnOn("ann", KEY, "x");
    expect(other.unsubscribe).toHaveBeenCalledOnce();
    expect(kept()?.endpoint).toBe("https://push.test/1");
  });

  it("leaves no subscription behind when the server says no", async () => {
    addDevice.mockRejectedValue(new Error("no"));
    await expect(turnOn("ann", KEY, "x")).rejects.toThrow("no");
    expect([manager.now, kept()]).toEqual([null, null]);
  });
});

describe("whether it is on", () => {
  it("is off for another account, once it was removed elsewhere, and without its subscription", async () => {
    await turnOn("ann", KEY, "x");
    expect(await isOnAs("ben", [device("d1")])).toBe(false);
    expect(await isOnAs("ann", [device("d2")])).toBe(false);
    manager.now = null;
    expect(await isOnAs("ann", [device("d1")])).toBe(false);
  });

  it("does not believe what else stands in the browser's store", async () => {
    for (const text of ["", "no JSON", "null", "7", "{}", '{"user":1,"id":2,"endpoint":3}']) {
      window.localStorage.setItem("almanac.device", text);
      expect(kept()).toBeNull();
    }
  });
});

describe("turning it off", () => {
  it("tells the server first, and stays on when it does not answer", async () => {
    await turnOn("ann", KEY, "x");
    forgetDevice.mockRejectedValueOnce(new Error("no answer"));
    await expect(turnOff()).rejects.toThrow("no answer");
    expect(manager.now).not.toBeNull();
    await turnOff();
    expect(forgetDevice).toHaveBeenLastCalledWith({ endpoint: "https://push.test/1" });
    expect([manager.now, kept()]).toEqual([null, null]);
  });
});

describe("leaving", () => {
  it("tells the server before, and ends the subscription only after", async () => {
    await turnOn("ann", KEY, "x");
    await tellLeaving();
    expect(forgetDevice).toHaveBeenCalledWith({ endpoint: "https://push.test/1" });
    expect(manager.now).not.toBeNull();
    expect(kept()?.id).toBe("d1");
    await leave();
    expect([manager.now, kept()]).toEqual([null, null]);
  });

  it("is never held up: not by a refusal, by silence, or by a browser that cannot", async () => {
    await turnOn("ann", KEY, "x");
    forgetDevice.mockRejectedValue(new Error("no answer"));
    await tellLeaving();
    forgetDevice.mockReturnValue(new Promise(() => undefined));
    manager.now?.unsubscribe.mockReturnValue(new Promise(() => undefined));
    vi.useFakeTimers();
    const told = vi.fn();
    const left = vi.fn();
    void tellLeaving().then(told);
    void leave().then(left);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toHaveBeenCalledOnce();
    expect(left).toHaveBeenCalledOnce();
    vi.useRealTimers();
    const broken = new Error("broken");
    manager.getSubscription.mockRejectedValueOnce(broken).mockRejectedValueOnce(broken);
    await tellLeaving();
    await leave();
    browser({ push: false });
    await tellLeaving();
    await leave();
  });
});

describe("what an area sees to", () => {
  const key = vi.fn(async () => KEY);

  it("is nothing where nothing was turned on, and where all is well", async () => {
    await seeTo("ann", key, "x");
    await turnOn("ann", KEY, "x");
    addDevice.mockClear();
    await seeTo("ann", key, "x");
    expect([addDevice.mock.calls.length, key.mock.calls.length]).toEqual([0, 0]);
  });

  it("ends what another account had turned on here", async () => {
    await turnOn("ann", KEY, "x");
    await seeTo("ben", key, "x");
    expect([manager.now, kept()]).toEqual([null, null]);
    expect(addDevice).toHaveBeenCalledTimes(1);
  });

  it("subscribes again when the browser gave its subscription up, while it still may", async () => {
    await turnOn("ann", KEY, "x");
    manager.now = null;
    browser({ permission: "denied" });
    await seeTo("ann", key, "x");
    expect(addDevice).toHaveBeenCalledTimes(1);
    browser();
    addDevice.mockResolvedValue(device("d2"));
    await seeTo("ann", key, "x");
    expect(addDevice).toHaveBeenCalledTimes(2);
    expect(kept()).toEqual({ user: "ann", id: "d2", endpoint: "https://push.test/2" });
    expect(forgetDevice).toHaveBeenCalledExactlyOnceWith({ id: "d1" }); // it is no second device
  });
});
