import { describe, expect, it } from "vitest";
import { causeOf, channelOf, recipientOf, whatOf } from "./rules";

describe("a message that failed", () => {
  it("is called by what it says, and else by its kind", () => {
    expect(whatOf({ template: "reminder", kind: "reminders" })).toEqual({ named: "reminder" });
    expect(whatOf({ template: "money_receipt", kind: "receipts" })).toEqual({ kind: "receipts" });
    expect(whatOf({ template: "money_disputed", kind: "team" })).toEqual({ named: "team" });
    expect(whatOf({ template: "reset_password", kind: null })).toEqual({ named: "account" });
    expect(recipientOf("staff")).toBe("staff");
    expect(recipientOf("accountant")).toBe("other");
    expect(channelOf("sms")).toBe("sms");
    expect(channelOf("pigeon")).toBe("other");
  });

  it("was refused by the mailbox, is not wanted any more, or did not get that far", () => {
    expect(causeOf("SMTP 550")).toBe("refused");
    expect(causeOf("bounced")).toBe("refused");
    expect(causeOf("complained")).toBe("failed");
    expect(causeOf("SMTP 451")).toBe("failed");
    expect(causeOf("Twilio 21610")).toBe("stopped");
    expect(causeOf("Twilio 30005")).toBe("failed");
    expect(causeOf("no answer")).toBe("failed");
  });
});
