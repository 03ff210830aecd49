"use client";
// The visits of a subscription by date: when, with whom, how each stands, and from which one all could move.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { useMoment } from "@/features/booking/components/useWhen";
import { Link } from "@/lib/i18n/navigation";
import { type SubscriptionVisit, visitOnOrder } from "../rules";
import styles from "./subscriptions.module.css";

const STATES = ["pending", "confirmed", "completed", "no_show", "cancelled"] as const;

/** What may be done with one visit by itself, if anything; `when` it is. */
export type Alone = (visit: SubscriptionVisit, when: string) => ReactNode;

type Props = {
  visits: SubscriptionVisit[];
  zone: string;
  orders?: string | undefined;
  alone?: Alone | undefined;
  onMove?: (visit: SubscriptionVisit) => void;
};

export function VisitRows({ visits, zone, orders, alone, onMove }: Props) {
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
              <Only when={at(visit)}>{alone?.(visit, at(visit))}</Only>
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

function Only({ when, children }: { when: string; children: ReactNode }) {
  const t = useTranslations("subscriptions");
  if (!children) return null;
  return (
    <details>
      <summary aria-label={t("oneNamed", { when })}>{t("one")}</summary>
      {children}
    </details>
  );
}
