"use client";
// Lines of the basket that are sold together: their name, what they save or why not, and the way to take them out at once.
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { formatMoney } from "@/lib/money/money";
import type { BasketBundle } from "../rules";
import styles from "./journey.module.css";

type Props = {
  bundle: BasketBundle;
  currency: string;
  onRemove: (bundle: BasketBundle) => Promise<void>;
  children: ReactNode;
};

export function BundleGroup({ bundle, currency, onRemove, children }: Props) {
  const t = useTranslations("booking.bundle");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const { name, saved_amount: amount, gap, same_person, timing } = bundle;

  async function remove() {
    setBusy(true);
    await onRemove(bundle);
    setBusy(false);
  }

  return (
    <section className={styles.together} aria-label={t("label", { name })}>
      <div className={styles.lineHead}>
        <h2>{t("label", { name })}</h2>
        {amount > 0 && (
          <strong>
            {t("saves", { amount: formatMoney({ amount, currency }, locale, { exact: true }) })}
          </strong>
        )}
      </div>
      <p className={styles.muted}>{t(same_person ? "onePerson" : `timing.${timing}`)}</p>
      {gap && <Notice tone="warn" className={styles.block ?? ""} role="status" title={t(`gap.${gap}`)} />}
      {children}
      <div className={styles.actions}>
        <Button
          kind="quiet"
          busy={busy}
          aria-label={t("removeNamed", { name })}
          onClick={() => void remove()}
        >
          {t("remove")}
        </Button>
      </div>
    </section>
  );
}
