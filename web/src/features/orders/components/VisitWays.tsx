"use client";
// What the holder of an order's link may do with one of its visits: each way opens its own page.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { goToFragment } from "../hooks";
import { type Visit, waysOf, writeFragment } from "../rules";
import styles from "./orders.module.css";

/** `name`: how the visit is told from others where it is read out. Nothing where nothing may be done. */
export function VisitWays({ visit, name, token }: { visit: Visit; name: string; token: string }) {
  const t = useTranslations("change");
  const words = {
    move: [t("move"), t("moveNamed", { name })],
    "ask-move": [t("ask.move"), t("ask.moveNamed", { name })],
    "ask-cancel": [t("ask.cancel"), t("ask.cancelNamed", { name })],
    report: [t("report"), t("reportNamed", { name })],
    cancel: [t("cancel"), t("cancelNamed", { name })],
  } as const;
  const ways = waysOf(visit);
  if (ways.length === 0) return null;
  return (
    <div className={styles.actions}>
      {ways.map((way) => (
        <Button
          key={way}
          kind={way === "cancel" ? "danger" : "second"}
          aria-label={words[way][1]}
          onClick={() => goToFragment(writeFragment(token, way, visit.appointment_id))}
        >
          {words[way][0]}
        </Button>
      ))}
    </div>
  );
}

/** The same for a visit of a series, where it is of this order; those of others open by their own link. */
export function waysAlone(visits: readonly Visit[], token: string) {
  return function alone({ appointment_id: id }: { appointment_id: string }, when: string): ReactNode {
    const visit = visits.find(({ appointment_id }) => appointment_id === id);
    if (!visit || waysOf(visit).length === 0) return null;
    return <VisitWays visit={visit} name={`${visit.name}, ${when}`} token={token} />;
  };
}
