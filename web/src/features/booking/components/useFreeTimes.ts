"use client";
// The free times of one month, and the month that is looked at. It opens at the first month with a free time.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDays, addMonths, dateIn, firstOfMonth, sameMonth } from "@/lib/datetime/calendar";
import type { Instant, IsoDate } from "@/lib/datetime/format";
import { type Asked, freeTimes } from "../api";
import type { FreeTimes } from "../rules";

/** Nobody plans further ahead than this; the business's own horizon is shorter and decides. */
const MONTHS_AHEAD = 12;

type Options = {
  asked: Asked;
  /** The server's clock. */
  now: Instant;
  /** Whose dates these are: the reader's own for meetings on a screen, else the place's. */
  zone: string;
  staff: string | null;
  /** A time already chosen: its month opens first. */
  near: Instant | null;
};

export function useFreeTimes({ asked, now, zone, staff, near }: Options) {
  const today = dateIn(zone, new Date(now));
  const [turned, setTurned] = useState<IsoDate | null>(null);
  const opening = near ? dateIn(zone, new Date(near)) : today;
  const first = useMonth(asked, { month: firstOfMonth(opening), today, zone, staff });
  // Nothing this month: the calendar opens where the first free time is.
  const jump = first.data && isEmpty(first.data) ? first.data.next_free_at : null;
  const month = turned ?? firstOfMonth(jump ? dateIn(zone, new Date(jump)) : opening);
  const query = useMonth(asked, { month, today, zone, staff });
  return {
    query,
    today,
    month,
    setMonth: setTurned,
    last: addMonths(today, MONTHS_AHEAD),
  };
}

export function isEmpty(times: FreeTimes): boolean {
  return times.days.every((day) => day.slots.length === 0);
}

type Month = { month: IsoDate; today: IsoDate; zone: string; staff: string | null };

function useMonth(asked: Asked, { month, today, zone, staff }: Month) {
  const first = sameMonth(month, today) ? today : month;
  const last = addDays(addMonths(firstOfMonth(month), 1), -1);
  return useQuery({
    queryKey: ["free times", asked, first, last, zone, staff],
    queryFn: ({ signal }) => freeTimes(asked, { first, last, zone, staff }, signal),
    staleTime: 20_000,
    placeholderData: keepPreviousData,
  });
}
