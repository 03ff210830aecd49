import { describe, expect, it } from "vitest";
import { frameAncestors, isWidgetPath, messageKind } from "./widget";

describe("the pages for other sites", () => {
  it("are told by their address", () => {
    for (const path of ["/widget/", "/uk/widget/", "/de/widget/done/?a=b", "/widget"])
      expect(isWidgetPath(path), path).toBe(true);
    for (const path of ["/", "/booking/", "/widgets/", "/services/widget/", "/uk/booking/", null])
      expect(isWidgetPath(path), String(path)).toBe(false);
  });

  it("let nobody in whose address is no origin", () => {
    expect(frameAncestors([])).toBe("'none'");
    expect(frameAncestors(["*", "https://a.example; script-src *", "https:"])).toBe("'none'");
    expect(frameAncestors(["https://a.example", "http://localhost:4000"])).toBe(
      "https://a.example http://localhost:4000",
    );
  });

  it("know their own messages", () => {
    expect(messageKind({ almanac: "hello" })).toBe("hello");
    for (const other of [null, "hello", { almanac: 1 }, {}]) expect(messageKind(other)).toBeNull();
  });
});
