// The day of all the people a reader may see: today's visits, what waits for approval, what is over but still open.
import "server-only";
import { getLocale } from "next-intl/server";
import { loadBusinesses } from "@/features/business/loaders";
import { loadStaffCards } from "@/features/staff/loaders";
import { zoneFinder } from "@/features/staff/zones";
import { addDays } from "@/lib/datetime/calendar";
import { dayAround, startOfDate } from "@/lib/datetime/day";
import type { IsoDate } from "@/lib/datetime/format";
import { loadAppointments } from "./loaders";
import { type Appointment, inOrder, isBooked } from "./rules";

export type Overview = {
  date: IsoDate;
  /** Where that date is: the first business's zone. */
  zone: string;
  today: Appointment[];
  /** What is booked on the days after it; `cut` when there was more than one page can show. */
  coming: Appointment[];
  cut: boolean;
  pending: Appointment[];
  /** Confirmed, of an earlier day, and over: nobody has said yet whether they took place. Today's stand under today. */
  open: Appointment[];
  zoneOf: (appointment: Appointment) => string;
};

/** Days after today that a dispatcher looks at from here. */
export const DAYS_AHEAD = 7;

/** "Today" is the date where the first business is. The API gives only what the reader may see, so counts are of that. */
export async function loadOverview(now: Date): Promise<Overview> {
  const businesses = await loadBusinesses(await getLocale());
  const zone = businesses[0]?.zone ?? "Europe/London";
  const day = dayAround(now, zone);
  const [cards, today, coming, pending, past] = await Promise.all([
    loadStaffCards(businesses.map(({ slug }) => slug)),
    loadAppointments({ from: day.from, before: day.before }),
    loadAppointments({ from: day.before, before: startOfDate(addDays(day.date, DAYS_AHEAD + 1), zone) }),
    loadAppointments({ states: ["pending"] }),
    loadAppointments({ states: ["confirmed"], before: day.from, newestFirst: true }),
  ]);
  return {
    date: day.date,
    zone,
    today: inOrder(today.appointments.filter(isBooked)),
    coming: inOrder(coming.appointments.filter(isBooked)),
    cut: !coming.complete,
    pending: inOrder(pending.appointments),
    open: inOrder(past.appointments.filter(({ ends_at }) => Date.parse(ends_at) <= now.getTime())),
    zoneOf: zoneFinder(cards, businesses),
  };
}
