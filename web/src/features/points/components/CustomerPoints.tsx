"use client";
// A customer's points in their record: how many with each business, every change, and for administrators a correction.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatMoney } from "@/lib/money/money";
import type { Points } from "../rules";
import { CorrectPoints } from "./CorrectPoints";
import { PointEntries } from "./PointEntries";
import styles from "./points.module.css";

type Props = { customerId: string; first: Points[]; zone: string };

export function CustomerPoints({ customerId, first, zone }: Props) {
  const t = useTranslations("points");
  const locale = useLocale();
  const [all, setAll] = useState(first);
  return all.map((points) => {
    const { business, balance, currency } = points;
    const amount = formatMoney({ amount: points.reward_amount, currency }, locale);
    return (
      <div key={business} className={styles.account}>
        {all.length > 1 && <h3>{points.business_name}</h3>}
        <p>
          <strong>{t("balance", { count: balance })}</strong>{" "}
          <span className={styles.quiet}>
            {points.is_on ? t("team.missing", { count: points.missing, amount }) : t("team.off")}
          </span>
        </p>
        {points.entries.length > 0 && (
          <details>
            <summary>{t("team.show")}</summary>
            <PointEntries entries={points.entries} zone={zone} />
          </details>
        )}
        {points.can_correct && <CorrectPoints customerId={customerId} business={business} onTaken={setAll} />}
      </div>
    );
  });
}
