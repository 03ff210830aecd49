"use client";
// What became of the visits whose fixes were chosen, after the change is saved.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Sheet } from "@/components/ui/Sheet";
import { formatDay, formatRange, formatTime } from "@/lib/datetime/format";
import type { Done } from "../useBreaks";
import styles from "./BreaksDialog.module.css";

export function FixesDone({ done, onClose }: { done: Done[]; onClose: () => void }) {
  const t = useTranslations("simulator");
  const locale = useLocale();
  const outcome = ({ visit: { move_to, give_to, zone }, choice, worked }: Done) => {
    if (!worked) return t("failed");
    if (choice === "give") return t("given", { person: give_to?.name ?? "" });
    const to = move_to ?? "";
    return t("moved", { when: `${formatDay(to, zone, locale)}, ${formatTime(to, zone, locale)}` });
  };
  return (
    <Sheet title={t("doneTitle")} onClose={onClose}>
      <ul className={styles.done}>
        {done.map((each) => (
          <li key={each.visit.appointment_id}>
            {t("visit", {
              when: formatRange(each.visit.starts_at, each.visit.ends_at, each.visit.zone, locale),
              service: each.visit.service,
              customer: each.visit.customer_name,
              person: each.visit.staff_name,
            })}
            <br />
            <strong>{outcome(each)}</strong>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button kind="main" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </Sheet>
  );
}
