import { describe, expect, it } from "vitest";
import { readablePhone, telLink } from "./phone";

describe("a phone number", () => {
  it.each([
    ["+442079460201", "020 7946 0201"],
    ["+442079460201 ", "+442079460201 "],
    ["+447700900321", "07700 900321"],
    ["+441134960123", "0113 496 0123"],
    ["+441214960123", "0121 496 0123"],
    ["+441632960123", "01632 960123"],
    ["+443069990123", "0306 999 0123"],
    ["+33612345678", "+33612345678"],
    ["+4420794602", "+4420794602"],
    ["", ""],
  ])("%s is read as %s", (kept, read) => expect(readablePhone(kept)).toBe(read));

  it("is dialled without what makes it readable", () =>
    expect(telLink("020 7946 0123")).toBe("tel:02079460123"));
});
