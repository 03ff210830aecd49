// What needs a decision: requests first, then visits that are over and not closed.
import { useTranslations } from "next-intl";
import type { Overview } from "../overview";
import { DayHeads } from "./DayHeads";
import styles from "./Waiting.module.css";

export function Waiting({ pending, open, zoneOf }: Pick<Overview, "pending" | "open" | "zoneOf">) {
  const t = useTranslations("areas.manager");
  return (
    <>
      <section className={styles.section} aria-labelledby="approvals">
        <h2 id="approvals">{t("approvalsTitle")}</h2>
        {pending.length === 0 ? (
          <p className={styles.none}>{t("approvalsNone")}</p>
        ) : (
          <DayHeads appointments={pending} zoneOf={zoneOf} />
        )}
      </section>
      {open.length > 0 && (
        <section className={styles.section} aria-labelledby="open">
          <h2 id="open">{t("openTitle")}</h2>
          <p className={styles.none}>{t("openText")}</p>
          <DayHeads appointments={open} zoneOf={zoneOf} />
        </section>
      )}
    </>
  );
}
