// The calendar's doors in the browser. The only file here that names these endpoints.
import type { Appointment } from "@/features/appointments/rules";
import type { SoldAnswer } from "@/features/catalog/components/Answers";
import { api } from "@/lib/api/browser";
import { ProblemError, toProblem } from "@/lib/api/problem";
import { read } from "@/lib/api/read";
import type { Instant, IsoDate } from "@/lib/datetime/format";
import type { Calendar, Objection, Preview, Wish } from "./rules";

/** Everybody the reader looks after is asked for; who is shown of them is the page's own matter. */
export type Asked = { first: IsoDate; last: IsoDate };
export type Answer = { calendar: Calendar; tag: string };

/** Asks again with the tag of what is known: while nothing changed, the answer is the one we have, without its content. */
export async function fetchCalendar(
  { first, last }: Asked,
  known: Answer | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  const { data, error, response } = await api.GET("/api/calendar", {
    params: { query: { first_on: first, last_on: last } },
    headers: known ? { "If-None-Match": known.tag } : {},
    cache: "no-store",
    signal,
  });
  if (known && response.status === 304) return known;
  if (!data) throw new ProblemError(toProblem(error, response.status));
  // The client forgets that a stretch is a pair.
  return { calendar: data as Calendar, tag: response.headers.get("ETag") ?? "" };
}

const path = (appointment_id: string) => ({ params: { path: { appointment_id } } });
const body = ({ startsAt, minutes, staffId }: Wish) => ({
  starts_at: startsAt,
  minutes,
  staff_member_id: staffId,
});

export function fetchAppointment(id: string, signal: AbortSignal): Promise<Appointment> {
  return read(api.GET("/api/appointments/{appointment_id}", { ...path(id), signal }));
}

/** What was answered to the service's own questions when it was booked. */
export function fetchAnswers(id: string, signal: AbortSignal): Promise<SoldAnswer[]> {
  return read(api.GET("/api/appointments/{appointment_id}/answers", { ...path(id), signal }));
}

/** What is filled in for the visit's customer that the reader may know. */
export function fetchCustomerAnswers(id: string, signal: AbortSignal): Promise<SoldAnswer[]> {
  return read(api.GET("/api/appointments/{appointment_id}/customer-answers", { ...path(id), signal }));
}

/** What the wish would collide with. Saves nothing. */
export function previewChange(id: string, wish: Wish, signal: AbortSignal): Promise<Preview> {
  return read(
    api.POST("/api/appointments/{appointment_id}/change/preview", { ...path(id), body: body(wish), signal }),
  );
}

/** `agreed`: the rules that were shown as broken and are put aside. */
export function changeVisit(
  id: string,
  wish: Wish,
  { agreed, revision }: { agreed: Objection["code"][]; revision: number },
): Promise<Appointment> {
  return read(
    api.POST("/api/appointments/{appointment_id}/change", {
      ...path(id),
      body: { ...body(wish), agreed },
      headers: { "If-Match": `"${revision}"` },
    }),
  );
}

/** Answers with how many appointments the block lies over. */
export async function blockTime(
  staffId: string,
  { startsAt, endsAt, note }: { startsAt: Instant; endsAt: Instant; note: string },
): Promise<number> {
  const made = await read(
    api.POST("/api/busy-blocks", {
      body: { staff_member_id: staffId, starts_at: startsAt, ends_at: endsAt, note },
    }),
  );
  return made.conflicts?.length ?? 0;
}

export async function unblockTime(id: string): Promise<void> {
  await read(api.DELETE("/api/busy-blocks/{block_id}", { params: { path: { block_id: id } } }));
}
