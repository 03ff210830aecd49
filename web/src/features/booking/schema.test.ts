import { describe, expect, it } from "vitest";
import { faultOf, requiredDetails } from "./schema";

describe("details", () => {
  it("must be there when they are required", () => {
    expect(faultOf("name", "  ", true)).toEqual({ kind: "missing" });
    expect(faultOf("line2", "", false)).toBeNull();
    expect(requiredDetails(false)).not.toContain("town");
  });

  it("take any script and any sign, up to the server's limit in letters", () => {
    expect(faultOf("name", "Оксана 👩‍🔧", true)).toBeNull();
    expect(faultOf("name", "محمد", true)).toBeNull();
    expect(faultOf("name", "😀".repeat(200), true)).toBeNull();
    expect(faultOf("name", "x".repeat(10_000), true)).toEqual({ kind: "tooLong", max: 200, length: 10_000 });
  });

  it("find an e-mail that cannot be one", () => {
    for (const wrong of ["ada", "ada@", "ada@home", "a b@home.org"])
      expect(faultOf("email", wrong, true)).not.toBeNull();
    expect(faultOf("email", " ada@home.org ", true)).toBeNull();
  });

  it("find a phone number that is too short", () => {
    expect(faultOf("phone", "123", true)).toEqual({ kind: "wrong" });
    expect(faultOf("phone", "+44 20 7946 0000", true)).toBeNull();
  });
});
