// Where a visit is, the way there, and how to get in: what is needed before it, and no longer afterwards.
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/Icon";
import { type Appointment, directionsTo, isAhead } from "../rules";
import styles from "./AppointmentCard.module.css";

export function AppointmentPlace({ visit }: { visit: Appointment }) {
  const t = useTranslations("appointments");
  if (visit.venue === "online") {
    return (
      <p className={styles.place}>
        {visit.meeting_url && isAhead(visit) ? (
          <a href={visit.meeting_url} rel="noreferrer" target="_blank">
            {t("join")}
          </a>
        ) : (
          t("online")
        )}
      </p>
    );
  }
  if (!visit.address) return <p className={styles.place}>{t("atBusiness")}</p>;
  return (
    <>
      <p className={styles.place}>
        <span dir="auto">{visit.address}</span>{" "}
        {isAhead(visit) && (
          <a href={directionsTo(visit.address)} rel="noreferrer" target="_blank">
            <Icon name="arrow" size={20} />
            {t("directions")}
          </a>
        )}
      </p>
      {visit.access_notes ? (
        <p className={styles.place}>
          <strong>{t("gettingIn")}</strong> <span>{visit.access_notes}</span>
        </p>
      ) : null}
    </>
  );
}
