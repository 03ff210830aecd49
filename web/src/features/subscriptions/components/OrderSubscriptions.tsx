"use client";
// The subscriptions of an order that its link opens, each with what may be done with all its visits.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { getSubscription } from "../api";
import type { SubscriptionWhole } from "../rules";
import { SubscriptionPanel } from "./SubscriptionPanel";
import styles from "./subscriptions.module.css";
import { useRhythm } from "./useRhythm";
import type { Alone } from "./VisitRows";

type Props = { ids: string[]; token: string; alone: Alone; onChanged: () => unknown };

export function OrderSubscriptions({ ids, ...props }: Props) {
  return ids.map((id) => <One key={id} id={id} {...props} />);
}

function One({ id, token, alone, onChanged }: Omit<Props, "ids"> & { id: string }) {
  const t = useTranslations("subscriptions");
  const words = useRhythm();
  const [found, setFound] = useState<SubscriptionWhole | null>(null);
  useEffect(() => {
    getSubscription({ id, token }).then(setFound, () => undefined); // without it each visit is still there by itself
  }, [id, token]);
  if (!found) return null;
  return (
    <section className={styles.ofOrder} aria-label={t("ofOrder", { name: found.name })}>
      <h2>{t("ofOrder", { name: found.name })}</h2>
      <p>{words(found)}</p>
      <SubscriptionPanel
        found={found}
        whose={{ id, token }}
        reader="customer"
        alone={alone}
        onChanged={onChanged}
      />
    </section>
  );
}
