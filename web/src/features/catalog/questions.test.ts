import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answers, type Question, shownQuestions, wholeNumber } from "./questions";

type Case = {
  name: string;
  questions: {
    key: string;
    kind: Question["kind"];
    options?: string[];
    minimum?: number;
    maximum?: number;
  }[];
  answers: Answers;
  shown: string[];
};

const file = join(process.cwd(), "../server/almanac/engine/tests/question_cases.json");
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };

function asQuestion({ key, options = [], ...rest }: Case["questions"][number]): Question {
  const plain = { label: key, help: "", is_required: false, minimum: null, maximum: null, show_if: null };
  const length = { minutes_each: 0, minutes_included: 0 };
  const all = options.map((each) => ({ key: each, label: each, minutes: 0 }));
  return { ...plain, ...length, ...rest, id: key, options: all };
}

describe("the questions shown are those that the server's engine shows", () => {
  it.each(cases)("$name", ({ questions, answers, shown }) => {
    expect(shownQuestions(questions.map(asQuestion), answers).map((question) => question.id)).toEqual(shown);
  });
});

describe("a whole number", () => {
  it.each([
    ["3", 3],
    [" -12 ", -12],
    ["", undefined],
    ["3.5", undefined],
    ["three", undefined],
    ["99999999999", undefined],
  ])("%j", (typed, number) => {
    expect(wholeNumber(typed)).toBe(number);
  });
});
