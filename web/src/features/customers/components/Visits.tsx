// Visits of a customer that the reader may see: when, what, with whom, where.
import { useLocale, useTranslations } from "next-intl";
import { formatRange } from "@/lib/datetime/format";
import type { Customer } from "../rules";
import styles from "./customers.module.css";

type Props = { visits: Customer["visits"]; none: string; withStaff?: boolean };

export function Visits({ visits, none, withStaff }: Props) {
  const t = useTranslations("customers");
  const locale = useLocale();
  if (visits.length === 0) return <p className={styles.muted}>{none}</p>;
  return (
    <ul className={styles.list}>
      {visits.map(({ id, service, staff_name, starts_at, ends_at, zone, address }) => (
        <li key={id} className={styles.item}>
          <p>
            <strong>{formatRange(starts_at, ends_at, zone, locale)}</strong>
          </p>
          <p>{withStaff ? t("visitOf", { service, name: staff_name }) : service}</p>
          {address && (
            <p className={styles.muted}>
              <bdi>{address}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
