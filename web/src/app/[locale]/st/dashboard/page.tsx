// The day of somebody whose time is booked, and the two weeks after it.
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageTitle } from "@/components/ui/PageTitle";
import { AppointmentList } from "@/features/appointments/components/AppointmentList";
import { Waiting } from "@/features/appointments/components/Waiting";
import { loadAppointments } from "@/features/appointments/loaders";
import { byDate, stands } from "@/features/appointments/rules";
import { requireArea } from "@/features/session/loaders";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { loadWeek } from "@/features/staff/loaders";
import { addDays } from "@/lib/datetime/calendar";
import { dayAround, startOfDate } from "@/lib/datetime/day";
import { formatDate, formatTime } from "@/lib/datetime/format";
import styles from "../../area.module.css";

const DAYS_AHEAD = 14;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.staff"))("todayTitle") };
}

export default async function StaffDashboard() {
  const me = await requireArea("st");
  if (!me.staff_id) return <NoStaffRecord />;
  const [t, locale, { zone }] = await Promise.all([
    getTranslations("areas.staff"),
    getLocale(),
    loadWeek(me.staff_id),
  ]);
  const today = dayAround(new Date(), zone);
  const staff = [me.staff_id];
  const [{ appointments }, pending, earlier] = await Promise.all([
    loadAppointments({
      from: today.from,
      before: startOfDate(addDays(today.date, DAYS_AHEAD + 1), zone),
      staff,
    }),
    // However far ahead: somebody waits for an answer.
    loadAppointments({ states: ["pending"], staff }),
    loadAppointments({ states: ["confirmed"], before: today.from, newestFirst: true, staff }),
  ]);
  const days = byDate(
    appointments.filter((visit) => stands(visit) && visit.state !== "pending"),
    () => zone,
  );
  const now = days.find(([date]) => date === today.date)?.[1] ?? [];
  const coming = days.filter(([date]) => date > today.date);
  const first = now[0];
  return (
    <>
      <PageTitle
        above={formatDate(today.date, locale, { weekday: "long" })}
        title={t("todayTitle")}
        lead={t("summary", {
          count: now.length,
          first: first ? formatTime(first.starts_at, zone, locale) : "",
        })}
      />
      {pending.appointments.length > 0 && (
        <Waiting title="approvals" appointments={pending.appointments} zoneOf={() => zone} />
      )}
      <section className={styles.section} aria-label={t("todayTitle")}>
        {now.length > 0 ? (
          <AppointmentList appointments={now} zoneOf={() => zone} />
        ) : (
          <EmptyState heading="h2" title={t("nothingToday")}>
            {t("nothingTodayText")}
          </EmptyState>
        )}
      </section>
      {earlier.appointments.length > 0 && (
        <Waiting title="open" appointments={earlier.appointments} zoneOf={() => zone} />
      )}
      <section className={styles.section} aria-labelledby="coming">
        <h2 id="coming">{t("comingTitle")}</h2>
        {coming.length === 0 && <p className={styles.quiet}>{t("nothingComing")}</p>}
        {coming.map(([date, visits]) => (
          <div key={date}>
            <p className={styles.dayName}>
              <strong>{formatDate(date, locale, { weekday: "long" })}</strong>
            </p>
            <AppointmentList appointments={visits} zoneOf={() => zone} />
          </div>
        ))}
      </section>
    </>
  );
}
