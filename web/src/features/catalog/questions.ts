// A service's own questions. Which are shown mirrors the server's engine (engine/questions.py) for one purpose: a page
// shows and hides them as they are answered. Whether answers stand the server says alone.
import type { components } from "@/lib/api/schema";

export type Question = components["schemas"]["QuestionOut"];
export type Answer = string | number | boolean | string[];
export type Answers = Record<string, Answer | undefined>;
export type Fault = components["schemas"]["Fault"];
type Asked = Pick<Question, "id" | "kind" | "minimum" | "maximum" | "show_if"> & {
  options: readonly { key: string }[];
};

const MOST = 1_000_000_000;
export const maxLengths = { text: 200, long_text: 2000 } as const;

/** The questions that are asked, given what was answered so far; one that is hidden counts as not answered. */
export function shownQuestions<Q extends Asked>(questions: readonly Q[], answers: Answers): Q[] {
  const good = new Map<string, Answer>();
  return questions.filter((question) => {
    const { show_if: condition } = question;
    if (condition && !fulfilled(condition, good.get(condition.question))) return false;
    const answer = answers[question.id];
    if (answer !== undefined && isGood(question, answer)) good.set(question.id, answer);
    return true;
  });
}

function fulfilled({ test, value = "" }: NonNullable<Asked["show_if"]>, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  switch (test) {
    case "answered":
      return true;
    case "at_least":
      return typeof answer === "number" && answer >= Number(value);
    case "at_most":
      return typeof answer === "number" && answer <= Number(value);
    case "is":
      return is(answer, value);
    case "is_not":
      return !is(answer, value);
  }
}

function is(answer: Answer, value: string): boolean {
  if (Array.isArray(answer)) return answer.includes(value);
  if (typeof answer === "boolean") return (answer ? "yes" : "no") === value;
  return String(answer).trim() === value;
}

/** Whether it answers the question: only then may it show others. */
function isGood({ kind, options, minimum, maximum }: Asked, answer: Answer): boolean {
  const known = (key: string) => options.some((option) => option.key === key);
  switch (kind) {
    case "yes_no":
      return typeof answer === "boolean";
    case "number":
      return (
        typeof answer === "number" &&
        Number.isInteger(answer) &&
        answer >= (minimum ?? -MOST) &&
        answer <= (maximum ?? MOST)
      );
    case "choices":
      return Array.isArray(answer) && answer.length > 0 && answer.every(known);
    case "choice":
      return typeof answer === "string" && known(answer.trim());
    case "date":
      return typeof answer === "string" && isDate(answer.trim());
    case "file":
      return typeof answer === "string" && answer !== "";
    default: {
      const text = typeof answer === "string" ? answer.trim() : "";
      return text !== "" && [...text].length <= maxLengths[kind];
    }
  }
}

/** A day that there is, written 2026-03-02; the years as the server takes them. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || year < 1900 || year > 2198) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** What is typed into a box for a whole number; undefined for nothing, and for what is no such number. */
export function wholeNumber(typed: string): number | undefined {
  const text = typed.trim();
  return /^-?\d{1,10}$/.test(text) ? Number(text) : undefined;
}
