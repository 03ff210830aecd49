// Asking the engine about a day. The only file here that names an endpoint.
import { api } from "@/lib/api/browser";
import { read } from "@/lib/api/read";
import type { IsoDate } from "@/lib/datetime/format";
import type { Day } from "./rules";

export type Question = { staff: string; service: string; on_date: IsoDate; postcode: string };

export function fetchDay(question: Question, withProblem = false): Promise<Day> {
  return read(api.POST("/api/why-not", { body: { ...question, with_problem: withProblem } }));
}
