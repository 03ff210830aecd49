// Visits under each other, in the order given.
import type { Appointment } from "../rules";
import { AppointmentCard } from "./AppointmentCard";
import styles from "./AppointmentList.module.css";

type Props = {
  appointments: Appointment[];
  zoneOf: (appointment: Appointment) => string;
  withStaff?: boolean;
  withFullName?: boolean;
  ordersPath?: string | undefined;
};

export function AppointmentList({ appointments, zoneOf, withStaff, withFullName, ordersPath }: Props) {
  return (
    <ul className={styles.list}>
      {appointments.map((appointment) => (
        <li key={appointment.id}>
          <AppointmentCard
            appointment={appointment}
            zone={zoneOf(appointment)}
            withStaff={withStaff ?? false}
            withFullName={withFullName ?? false}
            ordersPath={ordersPath}
          />
        </li>
      ))}
    </ul>
  );
}
