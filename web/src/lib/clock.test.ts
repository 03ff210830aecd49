import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { now } from "./clock";

vi.mock("server-only", () => ({}));

describe("the product's clock", () => {
  const file = join(mkdtempSync(join(tmpdir(), "clock-")), "clock");
  beforeEach(() => vi.useFakeTimers({ now: new Date("2026-11-22T20:00:00Z") }));
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it("is the real time where no file is named, or the file is not there yet", () => {
    expect(now().toISOString()).toBe("2026-11-22T20:00:00.000Z");
    vi.stubEnv("ALMANAC_CLOCK_FILE", `${file}-missing`);
    expect(now().toISOString()).toBe("2026-11-22T20:00:00.000Z");
  });

  it("is moved by the seconds in the file, read anew each time", () => {
    vi.stubEnv("ALMANAC_CLOCK_FILE", file);
    writeFileSync(file, "86400\n");
    expect(now().toISOString()).toBe("2026-11-23T20:00:00.000Z");
    writeFileSync(file, "-60");
    expect(now().toISOString()).toBe("2026-11-22T19:59:00.000Z");
  });
});
