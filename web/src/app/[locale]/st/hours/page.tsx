// When somebody can be booked: the week, single dates, time off.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { requireArea } from "@/features/session/loaders";
import { DateOverrides } from "@/features/staff/components/DateOverrides";
import { HoursEditor } from "@/features/staff/components/HoursEditor";
import { NoStaffRecord } from "@/features/staff/components/NoStaffRecord";
import { TimeOffList } from "@/features/staff/components/TimeOffList";
import { loadOverrides, loadTimeOff, loadWeek } from "@/features/staff/loaders";
import { now } from "@/lib/clock";
import { addDays } from "@/lib/datetime/calendar";
import { dayAround, startOfDate } from "@/lib/datetime/day";
import { cityOf } from "@/lib/datetime/zone";
import styles from "../../area.module.css";

const DAYS_SHOWN = 730;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("areas.hours"))("title") };
}

export default async function HoursPage() {
  const { staff_id } = await requireArea("st");
  if (!staff_id) return <NoStaffRecord />;
  const [t, week] = await Promise.all([getTranslations("areas.hours"), loadWeek(staff_id)]);
  const today = dayAround(now(), week.zone);
  const last = addDays(today.date, DAYS_SHOWN);
  const [overrides, timeOff] = await Promise.all([
    loadOverrides(staff_id, today.date, last),
    loadTimeOff(staff_id, today.from, startOfDate(last, week.zone)),
  ]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead", { city: cityOf(week.zone) })} />
      <section className={styles.section} aria-labelledby="week">
        <h2 id="week">{t("weekTitle")}</h2>
        <HoursEditor staffId={staff_id} week={week} />
      </section>
      <DateOverrides staffId={staff_id} overrides={overrides} today={today.date} />
      <TimeOffList staffId={staff_id} zone={week.zone} today={today.date} timeOff={timeOff} />
    </>
  );
}
