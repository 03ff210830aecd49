// Packages that somebody has: what is left, until when, and what became of each visit.
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDay } from "@/lib/datetime/format";
import { type OwnPass, type PassBalance, standingOf } from "../rules";
import styles from "./packages.module.css";

export function PassList({ passes, withOrder }: { passes: readonly OwnPass[]; withOrder?: boolean }) {
  const t = useTranslations("packages");
  return (
    <ul className={styles.own}>
      {passes.map((held) => (
        <li key={held.id}>
          <PassFacts held={held} />
          {withOrder && held.order_number && (
            <p className={styles.muted}>{t("ofOrder", { number: held.order_number })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One of them in words; with its name unless that stands above it. */
export function PassFacts({ held, named = true }: { held: PassBalance; named?: boolean }) {
  const t = useTranslations("packages");
  const locale = useLocale();
  return (
    <>
      <div className={styles.head}>
        <strong>
          {named && `${held.name}: `}
          {t("left", { left: held.left, visits: held.visits })}
        </strong>
        <span>{t(`state.${held.state}`)}</span>
      </div>
      <p className={styles.muted}>
        {held.business_name}
        {held.staff_name && `, ${t("with", { name: held.staff_name })}`}
        {held.ending && `, ${t("code", { ending: held.ending })}`}
      </p>
      {held.state === "good" && (
        <p>{held.valid_until ? t("until", { day: formatDate(held.valid_until, locale) }) : t("noEnd")}</p>
      )}
      {held.lapsed > 0 && <p>{t("lapsed", { count: held.lapsed })}</p>}
      {held.refunded > 0 && <p>{t("refunded", { count: held.refunded })}</p>}
      {held.uses.length > 0 && (
        <ul className={styles.uses}>
          {held.uses.map((use, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: visits are written once and stay in their order.
            <li key={index}>
              {use.starts_at ? formatDay(use.starts_at, use.zone, locale, { year: true }) : use.name}
              {use.starts_at && `, ${use.name}`}
              {use.staff_name && `, ${use.staff_name}`}: {t(`use.${standingOf(use)}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
