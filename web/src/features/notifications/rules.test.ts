import { describe, expect, it } from "vitest";
import { isRefused, kindOf, recipientOf } from "./rules";

describe("a message that failed", () => {
  it("is called by what it says, and by another word where that is new", () => {
    expect(kindOf("reminder")).toBe("reminder");
    expect(kindOf("invoice")).toBe("other");
    expect(recipientOf("staff")).toBe("staff");
    expect(recipientOf("accountant")).toBe("other");
  });

  it("was refused by the mailbox, or did not get that far", () => {
    expect(isRefused("SMTP 550")).toBe(true);
    expect(isRefused("SMTP 451")).toBe(false);
    expect(isRefused("no answer")).toBe(false);
  });
});
