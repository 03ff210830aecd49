// One visit of an order: what, when, with whom, where.
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { useWhen } from "@/features/booking/components/useWhen";
import { Answers } from "@/features/catalog/components/Answers";
import { Face } from "@/features/catalog/components/Face";
import { formatMoney } from "@/lib/money/money";
import { isLive, type Visit } from "../rules";
import styles from "./orders.module.css";

const states = [
  "pending",
  "confirmed",
  "completed",
  "no_show",
  "cancelled",
  "held",
  "unpaid",
  "review",
  "not_served",
] as const;

const parts = ["morning", "afternoon", "evening"] as const;

type Props = {
  visit: Visit;
  /** Name who provides it: where an order has several. */
  named?: boolean;
  /** It is paid, and somebody looks at its order first. */
  inReview?: boolean;
  /** In which its fee is told, where it has one. */
  currency: string;
  children?: ReactNode;
};

export function VisitCard({ visit, named: withSeller, inReview, currency, children }: Props) {
  const t = useTranslations("track");
  const when = useWhen();
  const now = useNow()();
  const waits = visit.awaits_payment && visit.state === "pending";
  const notServed = visit.state === "cancelled" && visit.missed_by === "staff";
  const named = notServed ? "not_served" : waits ? (inReview ? "review" : "unpaid") : visit.state;
  const state = states.find((each) => each === named);
  const over = visit.state === "cancelled";
  return (
    <section className={styles.visit} aria-label={visit.name} data-over={over || undefined}>
      <div className={styles.head}>
        <h2>{visit.name}</h2>
        {state && (
          <p className={styles.state} data-state={state}>
            {t(`state.${state}`)}
          </p>
        )}
      </div>
      <p className={styles.when}>{when(visit)}</p>
      {visit.day_wish && !over && (
        <p className={styles.muted}>
          {t(`dayWish.${parts.find((part) => part === visit.day_wish?.part) ?? "any"}`)}
        </p>
      )}
      {visit.bundle_name && <p className={styles.muted}>{t("bundle", { name: visit.bundle_name })}</p>}
      {withSeller && visit.business_name && (
        <p className={styles.muted}>{t("seller", { name: visit.business_name })}</p>
      )}
      {visit.staff_name && (
        <p className={styles.who}>
          <Face name={visit.staff_name} photoUrl={visit.staff_photo_url ?? ""} />
          <span>
            {t("with", { name: visit.staff_name })}
            {visit.staff_title && <span className={styles.muted}>, {visit.staff_title}</span>}
          </span>
        </p>
      )}
      {visit.address && (
        <p>
          <bdi>{visit.address}</bdi>
        </p>
      )}
      {visit.venue === "online" && isLive(visit, now) && <p>{t("online")}</p>}
      <Fee amount={visit.fee_amount} currency={currency} />
      <Answers answers={visit.answers ?? []} />
      {children}
    </section>
  );
}

/** What it costs in place of its price, missed or called off late. */
function Fee({ amount, currency }: { amount: number | null | undefined; currency: string }) {
  const t = useTranslations("track");
  const locale = useLocale();
  if (typeof amount !== "number") return null;
  return <p>{t("fee", { amount: formatMoney({ amount, currency }, locale, { exact: true }) })}</p>;
}
