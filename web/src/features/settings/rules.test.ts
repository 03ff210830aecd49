import { describe, expect, it } from "vitest";
import {
  bodyOf,
  bookableNever,
  bySubject,
  draftOf,
  inLanguage,
  isStandard,
  merged,
  readTyped,
  refunds,
  type SettingField,
  typedOf,
} from "./rules";

const plain: SettingField = {
  name: "hold_minutes",
  kind: "number",
  unit: "minutes",
  default: 15,
  minimum: 1,
  maximum: 120,
  most: null,
  optional: false,
  lines: false,
  choices: [],
  parts: [],
};
const limit: SettingField = { ...plain, name: "daily_limit", default: null, optional: true };
const hours: SettingField = { ...plain, name: "hours_before", kind: "numbers", default: [24], most: 3 };
const sites: SettingField = { ...plain, name: "sites", kind: "texts", default: [], most: 2 };
const rows: SettingField = {
  ...plain,
  name: "windows",
  kind: "rows",
  default: [{ before: 24, percent: 100 }],
  most: 2,
  parts: [
    { ...plain, name: "before", minimum: 0, maximum: 99 },
    { ...plain, name: "percent", minimum: 0, maximum: 100 },
  ],
};
const yes: SettingField = { ...plain, name: "needs_approval", kind: "yes_no", default: true };

describe("a setting as typed", () => {
  it.each([
    [plain, 20, "20"],
    [limit, null, ""],
    [hours, [48, 2], "48, 2"],
    [sites, ["https://a.example", "https://b.example"], "https://a.example\nhttps://b.example"],
    [rows, [{ before: 12, percent: 50 }], [{ before: "12", percent: "50" }]],
    [yes, false, false],
  ])("is what it was read from", (field, value, typed) => {
    expect(typedOf(field, value)).toEqual(typed);
    expect(readTyped(field, typed)).toEqual({ value, faults: {} });
  });

  it("is told wrong by its place, with the bounds", () => {
    expect(readTyped(plain, "121").faults).toMatchObject({
      hold_minutes: { key: "between", minimum: 1, maximum: 120 },
    });
    expect(readTyped(plain, "1.5").faults).toMatchObject({ hold_minutes: { key: "number" } });
    expect(readTyped(plain, "").faults).toMatchObject({ hold_minutes: { key: "number" } });
    expect(readTyped(hours, "1 2 3 4").faults).toMatchObject({ hours_before: { key: "most", most: 3 } });
    expect(readTyped(rows, [{ before: "12", percent: "101" }]).faults).toMatchObject({
      "windows.0.percent": { key: "between", maximum: 100 },
    });
    expect(bodyOf([plain, limit], { hold_minutes: "x", daily_limit: "0" }).faults).toMatchObject({
      hold_minutes: { key: "number" },
      daily_limit: { key: "between" },
    });
  });

  it("knows its standard", () => {
    const draft = draftOf({ fields: [plain, rows], values: { hold_minutes: 15, windows: [] } });
    expect(isStandard(plain, draft.hold_minutes ?? "")).toBe(true);
    expect(isStandard(rows, draft.windows ?? "")).toBe(false);
  });
});

describe("two people at once", () => {
  const base = { name: "Old", accent: "#000000", tagline: { en: "One", uk: "" } };

  it("keeps what each of them changed alone", () => {
    const { form, differences } = merged(base, { ...base, name: "Mine" }, { ...base, accent: "#111111" });
    expect(form).toEqual({ ...base, name: "Mine", accent: "#111111" });
    expect(differences).toEqual([{ name: "accent", clash: false }]);
  });

  it("loses nothing typed where both changed the same", () => {
    const { form, differences } = merged(base, { ...base, name: "Mine" }, { ...base, name: "Theirs" });
    expect(form.name).toBe("Mine");
    expect(differences).toEqual([{ name: "name", clash: true }]);
  });

  it("puts texts together language by language", () => {
    const mine = { ...base, tagline: { en: "Mine", uk: "" } };
    const theirs = { ...base, tagline: { en: "One", uk: "Їхнє", fr: "Un" } };
    expect(merged(base, mine, theirs)).toEqual({
      form: { ...base, tagline: { en: "Mine", uk: "Їхнє", fr: "Un" } },
      differences: [{ name: "tagline", clash: false }],
    });
    const both = { ...base, tagline: { en: "Theirs", uk: "" } };
    expect(merged(base, mine, both).differences).toEqual([{ name: "tagline", clash: true }]);
    expect(merged(base, mine, both).form.tagline.en).toBe("Mine");
  });

  it("sees no difference in an empty text", () => {
    expect(merged(base, base, { ...base, tagline: { uk: "", en: "One" } }).differences).toEqual([]);
    expect(merged(base, base, { ...base, tagline: { en: "One", uk: "" } }).differences).toEqual([]);
  });
});

it("puts every setting under a subject, an unknown one too", () => {
  const found = bySubject({ group: "booking", fields: [{ ...plain, name: "new_rule" }, plain] });
  expect(found.map(({ key, fields }) => [key, fields.map(({ name }) => name)])).toEqual([
    ["when", ["hold_minutes"]],
    ["who", []],
    ["changes", []],
    ["deposit", []],
    ["booking", ["new_rule"]],
  ]);
});

it("says what comes back", () => {
  const window = (hours_before: number, refund_percent: number) => ({ hours_before, refund_percent });
  expect(refunds([window(24, 100), window(12, 50)])).toEqual({ hours: 24, percent: 100 });
  expect(refunds([window(48, 100), window(24, 100)])).toEqual({ hours: 24, percent: 100 });
  expect(refunds([window(24, 0)])).toBeNull();
  expect(refunds([])).toBeNull();
});

it("warns of rules by which nobody can book", () => {
  expect(bookableNever({ lead_time_minutes: 2880, horizon_days: 2 })).toBe(true);
  expect(bookableNever({ lead_time_minutes: 2879, horizon_days: 2 })).toBe(false);
});

it("reads a text in the language there is", () => {
  expect(inLanguage({ en: "One", uk: "Один" }, "uk")).toBe("Один");
  expect(inLanguage({ en: "One", uk: "" }, "uk")).toBe("One");
  expect(inLanguage({ de: "Eins" }, "uk")).toBe("Eins");
  expect(inLanguage({}, "uk")).toBe("");
});
