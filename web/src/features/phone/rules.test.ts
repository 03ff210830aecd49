import { describe, expect, it } from "vitest";
import { unsaved } from "./rules";

describe("what is still to be saved", () => {
  it("is nothing once all that was typed was sent", () => {
    expect(unsaved({ name: "Olive" }, { name: "Olive", phone: "" })).toEqual({});
  });

  it("is what was typed while the rest was on its way", () => {
    const sent = { name: "Olive", phone: "" };
    expect(unsaved({ name: "Olive", phone: "020 7946 0777" }, sent)).toEqual({ phone: "020 7946 0777" });
  });

  it("is what was typed anew in the same field, an emptied one too", () => {
    expect(unsaved({ name: "Olivia", line1: "" }, { name: "Olive", line1: "3 Quiet Street" })).toEqual({
      name: "Olivia",
      line1: "",
    });
  });
});
