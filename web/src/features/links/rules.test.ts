import { describe, expect, it } from "vitest";
import { embedCode, linesOf, linkQuery, refusedLines } from "./rules";

describe("links", () => {
  it("say only what was chosen", () => {
    expect(linkQuery({ business: "valclean", service: "", staff: "maria" })).toBe(
      "business=valclean&staff=maria",
    );
  });

  it("become one script tag", () => {
    const to = { business: "valclean", service: "regular-clean", staff: "", language: "uk" };
    expect(embedCode("https://book.example", to, "button")).toBe(
      '<script src="https://book.example/widget.js" data-business="valclean" data-service="regular-clean" data-language="uk" async></script>',
    );
    expect(embedCode("https://book.example", { business: "valclean" }, "inline")).toContain(
      'data-mode="inline"',
    );
  });

  it("name the lines that were refused", () => {
    const lines = linesOf("shop.example\n\n  *.example \n");
    expect(lines).toEqual(["shop.example", "*.example"]);
    expect(refusedLines({ "sites.1": ["no"] }, lines)).toEqual(["*.example"]);
    expect(refusedLines({ other: ["no"] }, lines)).toEqual([]);
  });
});
