// When somebody can be booked: the week, single dates, time off. One's own, or another's for those who look after them.
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/ui/PageTitle";
import { now } from "@/lib/clock";
import { addDays } from "@/lib/datetime/calendar";
import { dayAround, startOfDate } from "@/lib/datetime/day";
import { cityOf } from "@/lib/datetime/zone";
import { Texts } from "@/lib/i18n/Texts";
import { loadOverrides, loadTimeOff, loadWeek } from "../loaders";
import { DateOverrides } from "./DateOverrides";
import styles from "./Dates.module.css";
import { HoursEditor } from "./HoursEditor";
import { TimeOffList } from "./TimeOffList";

const DAYS_SHOWN = 730;

/** `own` speaks to the person whose hours they are. */
export async function HoursPage({ staffId, own = false }: { staffId: string; own?: boolean }) {
  const [t, week] = await Promise.all([getTranslations("areas.hours"), loadWeek(staffId)]);
  const today = dayAround(now(), week.zone);
  const last = addDays(today.date, DAYS_SHOWN);
  const [overrides, timeOff] = await Promise.all([
    loadOverrides(staffId, today.date, last),
    loadTimeOff(staffId, today.from, startOfDate(last, week.zone)),
  ]);
  const city = cityOf(week.zone);
  return (
    <Texts of={["simulator"]}>
      <PageTitle
        title={t("title")}
        above={own ? undefined : <bdi>{week.staff_name}</bdi>}
        lead={own ? t("lead", { city }) : t("leadOf", { city })}
      />
      <section className={styles.section} aria-labelledby="week">
        <h2 id="week">{t("weekTitle")}</h2>
        <HoursEditor staffId={staffId} week={week} />
      </section>
      <DateOverrides staffId={staffId} overrides={overrides} today={today.date} />
      <TimeOffList
        staffId={staffId}
        zone={week.zone}
        today={today.date}
        timeOff={timeOff}
        grants={week.can.answer_time_off}
        waits={week.can.time_off_waits}
      />
    </Texts>
  );
}
