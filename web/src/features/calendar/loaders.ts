// The calendar for server components: the first sight of it comes with the page.
import "server-only";
import { getLocale } from "next-intl/server";
import { ProblemError, toProblem } from "@/lib/api/problem";
import { serverApi } from "@/lib/api/server";
import type { Answer, Asked } from "./api";
import type { Calendar } from "./rules";

export async function loadCalendar({ first, last }: Asked): Promise<Answer> {
  const api = await serverApi(await getLocale());
  const { data, error, response } = await api.GET("/api/calendar", {
    params: { query: { first_on: first, last_on: last } },
  });
  if (!data) throw new ProblemError(toProblem(error, response.status));
  // The client forgets that a stretch is a pair.
  return { calendar: data as Calendar, tag: response.headers.get("ETag") ?? "" };
}
