import { expect, test } from "vitest";
import { choosableLanguages, fieldOf, isState, textLanguages, toggled } from "./rules";

test("languages to choose from have those already spoken among them, once", () => {
  expect(choosableLanguages(["cy", "en"]).filter((code) => code === "en")).toHaveLength(1);
  expect(choosableLanguages(["cy"])).toContain("cy");
  expect(textLanguages({ pl: "Cześć" })).toEqual(["en", "uk", "es", "fr", "de", "pl"]);
});

test("ticks go in and out", () => {
  expect(toggled(["en"], "uk")).toEqual(["en", "uk"]);
  expect(toggled(["en", "uk"], "en")).toEqual(["uk"]);
});

test("addresses and refusals are read", () => {
  expect(isState("archived")).toBe(true);
  expect(isState("gone")).toBe(false);
  expect(fieldOf("languages.0")).toBe("languages");
});
