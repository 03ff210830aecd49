"use client";
// The whole order as it stands, with what may be done with each visit: the server says which.
import { useLocale, useTranslations } from "next-intl";
import { useNow } from "@/components/theme/ClockProvider";
import { Button, ButtonLink } from "@/components/ui/Button";
import { PageTitle } from "@/components/ui/PageTitle";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { telLink } from "@/lib/phone";
import { goToFragment } from "../hooks";
import { isLive, isVisit, type Order, type Visit, writeFragment } from "../rules";
import { CalendarLinks } from "./CalendarLinks";
import styles from "./orders.module.css";
import { VisitCard } from "./VisitCard";

export function OrderView({ order, token }: { order: Order; token: string }) {
  const t = useTranslations("track");
  const locale = useLocale();
  const visits = order.lines.filter(isVisit);
  const now = useNow()();
  const live = visits.filter((visit) => isLive(visit, now));
  const zone = visits[0]?.zone ?? "UTC";
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, locale);
  return (
    <>
      <PageTitle
        above={order.business_name}
        title={t.rich("heading", {
          number: order.number,
          b: (text) => <span className={styles.whole}>{text}</span>,
        })}
        lead={t("placed", { day: formatDay(order.placed_at, zone, locale, { year: true }) })}
      />
      {visits.map((visit) => (
        <VisitCard key={visit.id} visit={visit}>
          <Actions visit={visit} order={order} token={token} />
        </VisitCard>
      ))}
      {live.length > 0 && (
        <>
          <p className={styles.total}>
            <span>{t("total")}</span>
            <span>{money(order.total_amount)}</span>
          </p>
          <p className={styles.block}>
            {order.paid_amount > 0 ? t("paid", { amount: money(order.paid_amount) }) : t("payOnDay")}
          </p>
          <CalendarLinks order={order} visits={live} token={token} />
        </>
      )}
      {live.length === 0 && (
        <p className={styles.block}>
          <ButtonLink kind="main" href={`/booking/?business=${order.business}`}>
            {t("again")}
          </ButtonLink>
        </p>
      )}
      <section className={styles.section}>
        <ContactLinks phone={order.business_phone} email={order.business_email} />
        <p className={styles.muted}>{t("privacy")}</p>
      </section>
    </>
  );
}

function Actions({ visit, order, token }: { visit: Visit; order: Order; token: string }) {
  const t = useTranslations("change");
  const tt = useTranslations("track");
  const now = useNow()();
  if (!isLive(visit, now)) return null;
  if (!visit.can_move && !visit.can_cancel) {
    return (
      <p>
        {tt.rich("cannot", {
          phone: order.business_phone,
          call: (words) => <a href={telLink(order.business_phone)}>{words}</a>,
        })}
      </p>
    );
  }
  return (
    <div className={styles.actions}>
      {visit.can_move && (
        <Button
          aria-label={t("moveNamed", { name: visit.name })}
          onClick={() => goToFragment(writeFragment(token, "move", visit.appointment_id))}
        >
          {t("move")}
        </Button>
      )}
      {visit.can_cancel && (
        <Button
          kind="danger"
          aria-label={t("cancelNamed", { name: visit.name })}
          onClick={() => goToFragment(writeFragment(token, "cancel", visit.appointment_id))}
        >
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}
