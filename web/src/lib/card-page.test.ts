import { describe, expect, it } from "vitest";
import { cardHash, isCardPath, NO_SOURCES, readCardHash, sourcesOf } from "./card-page";
import { contentSecurityPolicy } from "./csp";

describe("the page that takes cards", () => {
  it("is told by its address", () => {
    for (const path of ["/pay/card/", "/uk/pay/card/", "/pay/card"])
      expect(isCardPath(path), path).toBe(true);
    for (const path of ["/pay/", "/pay/cards/", "/booking/", "/x/y/pay/card/"])
      expect(isCardPath(path), path).toBe(false);
  });

  it("keeps the order and its link behind the #", () => {
    expect(readCardHash(cardHash("VAL-7XK2M-9QPRT", "a.b:c/d"))).toEqual({
      number: "VAL-7XK2M-9QPRT",
      token: "a.b:c/d",
    });
    expect(readCardHash(cardHash("VAL-1"))).toEqual({ number: "VAL-1" });
    for (const hash of ["", "#", "#.x", "#%"]) expect(readCardHash(hash), hash).toBeNull();
  });

  it("lets nothing into its policy that is no origin", () => {
    const told = {
      scripts: ["https://js.stripe.com", "*", "https://a.example; script-src *"],
      frames: ["https:"],
    };
    expect(sourcesOf(told)).toEqual({ scripts: ["https://js.stripe.com"], frames: [], connects: [] });
    expect(sourcesOf({ frames: ["https://*.js.stripe.com", "http://127.0.0.1:8028"] }).frames).toHaveLength(
      2,
    );
  });
});

describe("the content policy", () => {
  const policy = (company = NO_SOURCES) => contentSecurityPolicy({ nonce: "n", development: false, company });

  it("names a company where its sources are told, and nowhere else", () => {
    const told = {
      scripts: ["https://s.example"],
      frames: ["https://f.example"],
      connects: ["https://c.example"],
    };
    expect(policy(told)).toContain("script-src 'self' 'nonce-n' 'strict-dynamic' https://s.example;");
    expect(policy(told)).toContain("frame-src 'self' https://f.example;");
    expect(policy(told)).toContain("connect-src 'self' https://c.example;");
    expect(policy()).not.toContain("example");
    expect(policy()).toBe(contentSecurityPolicy({ nonce: "n", development: false }));
  });
});
