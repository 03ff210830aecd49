import { describe, expect, it } from "vitest";
import { formatSize } from "./size";

describe("a size", () => {
  it("is never nothing, and reads in the reader's language", () => {
    expect(formatSize(12, "en")).toBe("1 kB");
    expect(formatSize(240_499, "en")).toBe("240 kB");
    expect(formatSize(1_440_000, "en")).toBe("1.4 MB");
    expect(formatSize(1_440_000, "de")).toBe("1,4 MB");
    expect(formatSize(14_600_000, "en")).toBe("15 MB");
  });
});
