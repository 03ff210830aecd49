// What needs a decision: requests, or visits that are over and not closed.
import { useTranslations } from "next-intl";
import type { Appointment } from "../rules";
import { DayHeads } from "./DayHeads";
import styles from "./Waiting.module.css";

type Props = {
  /** Also the section's id, so that a count can lead to it. */
  title: "approvals" | "open";
  appointments: Appointment[];
  zoneOf: (appointment: Appointment) => string;
  /** Name who comes, and the customer in full: for those who look after several people. */
  named?: boolean;
  ordersPath?: string | undefined;
};

export function Waiting({ title, appointments, zoneOf, named, ordersPath }: Props) {
  const t = useTranslations("areas.manager");
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 id={title}>{t(`${title}Title`)}</h2>
      {title === "open" && <p className={styles.none}>{t("openText")}</p>}
      {appointments.length === 0 ? (
        <p className={styles.none}>{t("approvalsNone")}</p>
      ) : (
        <DayHeads
          appointments={appointments}
          zoneOf={zoneOf}
          named={named ?? false}
          ordersPath={ordersPath}
        />
      )}
    </section>
  );
}
