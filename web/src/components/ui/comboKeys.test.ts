import { describe, expect, it } from "vitest";
import { pressed } from "./comboKeys";

const shut = { open: false, active: -1 };
const at = (active: number) => ({ open: true, active });

describe("keys in a combobox of three", () => {
  it.each([
    ["ArrowDown", shut, at(0)],
    ["ArrowDown", at(-1), at(0)],
    ["ArrowDown", at(0), at(1)],
    ["ArrowDown", at(2), at(0)],
    ["ArrowUp", shut, at(2)],
    ["ArrowUp", at(-1), at(2)],
    ["ArrowUp", at(0), at(2)],
    ["ArrowUp", at(2), at(1)],
    ["Escape", at(1), shut],
  ])("%s", (key, before, after) => expect(pressed(key, before, 3)).toEqual({ state: after }));

  it("chooses the active one with Enter, and closes", () =>
    expect(pressed("Enter", at(1), 3)).toEqual({ state: shut, chosen: 1 }));

  it.each([
    ["Enter", at(-1)],
    ["Enter", shut],
    ["Escape", shut],
    ["Tab", at(1)],
    ["Home", at(1)],
    ["ArrowLeft", at(1)],
    ["a", at(1)],
  ])("leaves %s to the field", (key, state) => expect(pressed(key, state, 3)).toBeNull());

  it("has nothing to do without options", () => expect(pressed("ArrowDown", shut, 0)).toBeNull());
});
