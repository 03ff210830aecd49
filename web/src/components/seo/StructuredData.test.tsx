import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { StructuredData } from "./StructuredData";

describe("StructuredData", () => {
  it("cannot be left by what somebody called themselves, and reads back the same", () => {
    const name = `</script><script>alert(1)</script> & "O’Neil" \u2028`;
    const html = renderToString(<StructuredData things={[{ "@type": "Person", name }]} />);
    expect(html.match(/<\/?script/g)).toHaveLength(2);
    const text = html.replace(/^<script[^>]*>/, "").replace(/<\/script>$/, "");
    expect(JSON.parse(text)["@graph"][0].name).toBe(name);
  });
});
