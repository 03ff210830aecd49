// Appointments of several people under the days they lie on.
import { useLocale } from "next-intl";
import { formatDate } from "@/lib/datetime/format";
import { type Appointment, byDate } from "../rules";
import { AppointmentList } from "./AppointmentList";
import styles from "./DayHeads.module.css";

type Props = {
  appointments: Appointment[];
  zoneOf: (appointment: Appointment) => string;
  named: boolean;
  ordersPath?: string | undefined;
};

export function DayHeads({ appointments, zoneOf, named, ordersPath }: Props) {
  const locale = useLocale();
  return byDate(appointments, zoneOf).map(([date, visits]) => (
    <div key={date}>
      <h3 className={styles.day}>{formatDate(date, locale, { weekday: "long" })}</h3>
      <AppointmentList
        appointments={visits}
        zoneOf={zoneOf}
        withStaff={named}
        withFullName={named}
        ordersPath={ordersPath}
      />
    </div>
  ));
}
