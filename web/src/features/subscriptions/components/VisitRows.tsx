"use client";
// The visits of a subscription by date: when, with whom, how each stands, and from which one all could move.
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { useMoment } from "@/features/booking/components/useWhen";
import { Link } from "@/lib/i18n/navigation";
import { type SubscriptionVisit, visitOnOrder } from "../rules";
import styles from "./subscriptions.module.css";

const STATES = ["pending", "confirmed", "completed", "no_show", "cancelled"] as const;

type Props = {
  visits: SubscriptionVisit[];
  zone: string;
  orders?: string | undefined;
  onMove?: (visit: SubscriptionVisit) => void;
};

export function VisitRows({ visits, zone, orders, onMove }: Props) {
  const t = useTranslations("subscriptions");
  const moment = useMoment();
  const at = (visit: SubscriptionVisit) => moment(visit.starts_at, { venue: null, zone });
  return (
    <ol className={styles.visits}>
      {visits.map((visit) => (
        <li key={visit.line_id} className={styles.visit} data-state={visit.state}>
          <span className={styles.words}>
            <span>{at(visit)}</span>
            <span className={styles.muted}>
              {t(`visit.${STATES.find((state) => state === visit.state) ?? "confirmed"}`, {
                name: visit.staff_name,
              })}
              {visit.by_package && ` · ${t("byPackage")}`}
            </span>
          </span>
          {visit.is_ahead && (
            <span className={styles.acts}>
              {orders && (
                <Link href={visitOnOrder(orders, visit)} aria-label={t("oneNamed", { when: at(visit) })}>
                  {t("one")}
                </Link>
              )}
              {onMove && (
                <Button
                  kind="quiet"
                  aria-label={t("fromHereNamed", { when: at(visit) })}
                  onClick={() => onMove(visit)}
                >
                  {t("fromHere")}
                </Button>
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
