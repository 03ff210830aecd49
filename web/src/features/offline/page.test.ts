import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { offlineHeaders, offlinePage } from "./page";

const words = {
  lang: "en",
  name: "Almanac",
  title: "You seem to be offline",
  text: "This page needs a connection.",
  retry: "Try again",
  contact: "Talk to a person",
  call: (phone: string) => `Call ${phone}`,
};
const page = offlinePage(words, [
  { name: "Smith & <Sons>", phone: "020 7946 0123" },
  { name: "No phone", phone: "" },
]);

describe("the page for when we cannot be reached", () => {
  it("says whom to call, and writes names as text", () => {
    expect(page).toContain('Smith &amp; &lt;Sons&gt;<br><a href="tel:02079460123">Call 020 7946 0123</a>');
    expect(page).not.toContain("No phone");
    expect(offlinePage(words, [])).not.toContain("Talk to a person");
  });

  it("loads nothing, and its policy allows just its own script and style", () => {
    expect(page).not.toMatch(/(?:src|href)="(?!tel:|data:,)/);
    for (const tag of ["script", "style"]) {
      const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? "";
      const hash = createHash("sha256").update(text).digest("base64");
      expect(offlineHeaders["Content-Security-Policy"]).toContain(`${tag}-src 'sha256-${hash}'`);
    }
  });

  it("has no colour that the design has not", () => {
    const tokens = readFileSync("src/components/theme/tokens.css", "utf8");
    for (const colour of page.match(/#[0-9a-f]{6}\b/g) ?? []) expect(tokens).toContain(colour);
  });
});
