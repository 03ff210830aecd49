// The day of somebody whose time is booked, and the two weeks after it.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { AppointmentList } from "@/features/appointments/components/AppointmentList";
import { CalendarFeed } from "@/features/appointments/components/CalendarFeed";
import { Coming } from "@/features/appointments/components/Coming";
import { Counts } from "@/features/appointments/components/Counts";
import { Waiting } from "@/features/appointments/components/Waiting";
import { loadAppointments, loadFeed } from "@/features/appointments/loaders";
import { type Appointment, inOrder, isBooked } from "@/features/appointments/rules";
import { countRequests } from "@/features/requests/loaders";
import { requireArea } from "@/features/session/loaders";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { loadWeek } from "@/features/staff/loaders";
import { now } from "@/lib/clock";
import { addDays } from "@/lib/datetime/calendar";
import { dayAround, startOfDate } from "@/lib/datetime/day";
import { formatDate, formatTime } from "@/lib/datetime/format";
import { Texts } from "@/lib/i18n/Texts";
import styles from "../../area.module.css";

const DAYS_AHEAD = 14;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.staff"))("todayTitle") };
}

export default async function StaffDashboard() {
  const me = await requireArea("st");
  if (!me.staff_id) return <NoStaffRecord />;
  const [t, tm, locale, { zone }] = await Promise.all([
    getTranslations("areas.staff"),
    getTranslations("areas.manager"),
    getLocale(),
    loadWeek(me.staff_id),
  ]);
  const today = dayAround(now(), zone);
  const staff = [me.staff_id];
  const [{ appointments, complete }, pending, earlier, feed, requests] = await Promise.all([
    loadAppointments({
      from: today.from,
      before: startOfDate(addDays(today.date, DAYS_AHEAD + 1), zone),
      staff,
    }),
    // However far ahead: somebody waits for an answer.
    loadAppointments({ states: ["pending"], staff }),
    loadAppointments({ states: ["confirmed"], before: today.from, newestFirst: true, staff }),
    loadFeed(),
    countRequests(),
  ]);
  const booked = inOrder(appointments.filter(isBooked));
  const isToday = ({ starts_at }: Appointment) => Date.parse(starts_at) < Date.parse(today.before);
  const visits = booked.filter(isToday);
  const first = visits[0];
  return (
    <>
      <PageTitle
        above={formatDate(today.date, locale, { weekday: "long" })}
        title={t("todayTitle")}
        lead={
          first && t("summary", { count: visits.length, first: formatTime(first.starts_at, zone, locale) })
        }
      />
      {requests > 0 && (
        <Counts counts={[{ label: tm("requests"), count: requests, href: "/st/requests/" }]} />
      )}
      {pending.appointments.length > 0 && (
        <Waiting
          ordersPath="/st/orders/"
          title="approvals"
          appointments={pending.appointments}
          zoneOf={() => zone}
        />
      )}
      <section className={styles.section} aria-label={t("todayTitle")}>
        {visits.length > 0 ? (
          <AppointmentList ordersPath="/st/orders/" appointments={visits} zoneOf={() => zone} />
        ) : (
          <EmptyState heading="h2" title={t("nothingToday")}>
            {t("nothingTodayText")}
          </EmptyState>
        )}
      </section>
      {earlier.appointments.length > 0 && (
        <Waiting
          ordersPath="/st/orders/"
          title="open"
          appointments={earlier.appointments}
          zoneOf={() => zone}
        />
      )}
      <Coming
        ordersPath="/st/orders/"
        days={DAYS_AHEAD}
        appointments={booked.filter((visit) => !isToday(visit))}
        cut={!complete}
        zoneOf={() => zone}
      />
      <Texts of={["feed"]}>
        <CalendarFeed url={feed} />
      </Texts>
    </>
  );
}
