// How a visit stands, as a word; the colour only repeats it.
import { useTranslations } from "next-intl";
import type { Appointment } from "../rules";
import styles from "./AppointmentState.module.css";

const tones: Record<Appointment["state"], "good" | "warn" | "bad" | "plain"> = {
  pending: "warn",
  confirmed: "good",
  completed: "plain",
  no_show: "bad",
  cancelled: "bad",
};

/** Called off because nobody came, it says so. */
export function AppointmentState({
  state,
  missedBy,
}: {
  state: Appointment["state"];
  missedBy?: string | undefined;
}) {
  const t = useTranslations("appointments.state");
  return (
    <span className={styles.state} data-tone={tones[state]}>
      {t(state === "cancelled" && missedBy === "staff" ? "not_served" : state)}
    </span>
  );
}
