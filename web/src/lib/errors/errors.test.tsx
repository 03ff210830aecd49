import { globSync, readFileSync } from "node:fs";
import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { describe, expect, it } from "vitest";
import { type Problem, toProblem } from "@/lib/api/problem";
import { type Locale, locales } from "@/lib/i18n/routing";
import de from "../../../messages/de.json";
import en from "../../../messages/en.json";
import es from "../../../messages/es.json";
import fr from "../../../messages/fr.json";
import uk from "../../../messages/uk.json";
import { fieldKey, useFieldWords } from "./fields";
import { keyOf } from "./message";
import { useSentence } from "./useSentence";

const catalogues: Record<Locale, typeof en> = { en, uk, es, fr, de };

/** Every code that the server's own errors have. */
const declared = globSync("../server/almanac/**/errors.py").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^ {4}code = "(\w+)"$/gm)].map((found) => found[1] ?? ""),
);

function read<Result>(locale: Locale, use: () => Result): Result {
  let result: Result | undefined;
  function Reader() {
    result = use();
    return null;
  }
  const provided: Omit<ComponentProps<typeof NextIntlClientProvider>, "children"> = {
    locale,
    messages: { problems: catalogues[locale].problems },
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  };
  render(
    <NextIntlClientProvider {...provided}>
      <Reader />
    </NextIntlClientProvider>,
  );
  return result as Result;
}
const told = (locale: Locale, problem: Problem) => read(locale, () => useSentence()(problem));

/** What the answers with values of their own hold. */
const full = {
  dates: ["2026-06-09", "2026-06-16"],
  amount: 650,
  total_amount: 650,
  most_amount: 650,
  owed_amount: 650,
  available_amount: 650,
  currency: "GBP",
  business_phone: "020 7946 0000",
  business_email: "desk@example.com",
  most_months: 3,
  most_days: 366,
  number: "AL-1",
  ending: "4KQ7",
  left: 2,
  reason: "broken",
  retry_after_seconds: 90,
};

describe("every code that the server has", () => {
  it("is found", () => expect(declared.length).toBeGreaterThan(100));

  it.each(locales)("has a sentence in %s, not the server's", (locale) => {
    const without = declared.filter((code) => {
      const problem = toProblem({ code, title: "From the server", ...full }, 409);
      const words = told(locale, problem);
      const isApology = words === catalogues[locale].problems.refused && keyOf(code) !== "refused";
      return !keyOf(code) || !words || words === "From the server" || isApology;
    });
    expect(without).toEqual([]);
  });

  it.each(locales.filter((locale) => locale !== "en"))("is not said in English in %s", (locale) => {
    const same = Object.entries(catalogues[locale].problems).filter(
      ([key, words]) => words === en.problems[key as keyof typeof en.problems],
    );
    expect(same).toEqual([]);
  });
});

describe("a sentence", () => {
  it("says what the answer holds, as the reader writes it", () => {
    const gone = toProblem({ code: "times_gone", dates: full.dates }, 409);
    expect(told("en", gone)).toContain("Tue 9 June and Tue 16 June");
    expect(told("de", gone)).toContain("9. Juni und");
    expect(
      told("es", toProblem({ code: "too_much_back", most_amount: 650, currency: "GBP" }, 409)),
    ).toContain("6,50");
    const late = { code: "too_late_to_change", business_phone: "020 7946 0000" };
    expect(told("en", toProblem(late, 409))).toMatch(/Please call us: 020 7946 0000\.$/);
    expect(told("en", toProblem({ ...late, business_phone: "" }, 409))).toMatch(/Please call us\.$/);
    const broken = toProblem({ code: "pdf_unreadable", reason: "broken" }, 422);
    expect(told("en", broken)).toContain("damaged");
    expect(told("en", toProblem({ code: "too_many_requests", retry_after_seconds: 3_541 }, 429))).toContain(
      "60 minutes",
    );
    expect(told("en", toProblem("", 429))).toContain("in a minute");
  });

  it("is an apology where the answer does not hold what it says", () => {
    expect(told("fr", toProblem({ code: "times_gone", title: "Gone" }, 409))).toBe(fr.problems.refused);
  });

  it("is the server's own for an unknown code, and for readers of English alone", () => {
    const odd = toProblem({ code: "odd", title: "Odd", detail: "This code ended in May." }, 422);
    expect(told("en", odd)).toBe("This code ended in May.");
    expect(told("uk", odd)).toBe(uk.problems.refused);
    expect(told("en", toProblem({ code: "odd" }, 400))).toBe(en.problems.refused);
    expect(told("de", toProblem({ title: "Oh" }, 500))).toBe(de.problems.unexpected);
    expect(told("en", toProblem({ code: "toString" }, 400))).toBe(en.problems.refused);
  });
});

describe("the words for a field", () => {
  const problem = {
    fields: {
      "details.phone": ["Please check this phone number."],
      "body.payload.name.uk": ["Please fill this in."],
      "lines.0.odd": ["Not like that."],
      silent: [],
    },
  };

  it("are the server's in English", () => {
    expect(read("en", () => useFieldWords()(problem))).toEqual({
      "details.phone": "Please check this phone number.",
      "body.payload.name.uk": "Please fill this in.",
      "lines.0.odd": "Not like that.",
      silent: en.problems.field.any,
    });
  });

  it("are ours in other languages", () => {
    expect(read("de", () => useFieldWords()(problem))).toEqual({
      "details.phone": de.problems.field.phone,
      "body.payload.name.uk": de.problems.field.missing,
      "lines.0.odd": de.problems.field.any,
      silent: de.problems.field.any,
    });
    expect(read("fr", () => useFieldWords()(null))).toEqual({});
  });

  it.each([
    ["recipient_email", "no", "email"],
    ["address.line1", "no", "address"],
    ["deliver_on", "no", "date"],
    ["starts_at", "no", "time"],
    ["credit_amount", "no", "amount"],
    ["reason", "Please say why.", "reason"],
    ["business_id", "no", "choice"],
    ["languages.0", "no", "choice"],
    ["keys.secret_key", "no", "key"],
    ["town", "Please tell us the town.", "missing"],
    ["name", "String should have at most 200 characters", "long"],
    ["town", "no", "town"],
  ])("of %s that was told %j are under %s", (path, said, key) => expect(fieldKey(path, said)).toBe(key));
});
