// The days after today, with what is booked on them.
import { useTranslations } from "next-intl";
import type { Appointment } from "../rules";
import { DayHeads } from "./DayHeads";
import styles from "./Waiting.module.css";

type Props = {
  /** Those who look after a few people see fewer days than somebody sees of their own. */
  days: number;
  appointments: Appointment[];
  /** There were more than one page can show. */
  cut?: boolean;
  zoneOf: (appointment: Appointment) => string;
  /** Name who comes, and the customer in full. */
  named?: boolean;
  ordersPath?: string | undefined;
};

export function Coming({ days, appointments, cut, zoneOf, named, ordersPath }: Props) {
  const t = useTranslations("areas.staff");
  return (
    <section className={styles.section} aria-labelledby="coming">
      <h2 id="coming">{t("comingTitle")}</h2>
      {appointments.length === 0 && <p className={styles.none}>{t("nothingComing", { days })}</p>}
      <DayHeads appointments={appointments} zoneOf={zoneOf} named={named ?? false} ordersPath={ordersPath} />
      {cut && <p className={styles.none}>{t("cut", { count: appointments.length })}</p>}
    </section>
  );
}
