"use client";
// The whole order as it stands, with what may be done with each visit: the server says which.
import { useLocale, useTranslations } from "next-intl";
import { useNow } from "@/components/theme/ClockProvider";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { Asked } from "@/features/appointments/components/Asked";
import { ContactLinks } from "@/features/booking/components/ContactLinks";
import { BoughtCards } from "@/features/giftcards/components/BoughtCards";
import { OrderInvoices } from "@/features/invoices/components/OrderInvoices";
import { BoughtPasses } from "@/features/packages/components/BoughtPasses";
import { CallOff } from "@/features/payments/components/CallOff";
import { Charges } from "@/features/payments/components/Charges";
import { PaidList } from "@/features/payments/components/PaidList";
import { PayPanel } from "@/features/payments/components/PayPanel";
import { TipPanel } from "@/features/payments/components/TipPanel";
import { Bought } from "@/features/products/components/Bought";
import { OrderSubscriptions } from "@/features/subscriptions/components/OrderSubscriptions";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { telLink } from "@/lib/phone";
import { useFreshOrder } from "../hooks";
import {
  cardsOf,
  hasOnlyGoods,
  hasSellers,
  isLive,
  isVisit,
  type Order,
  subscriptionsOf,
  type Visit,
} from "../rules";
import { AccountChoices } from "./AccountChoices";
import { CalendarLinks } from "./CalendarLinks";
import styles from "./orders.module.css";
import { VisitCard } from "./VisitCard";
import { VisitWays, waysAlone } from "./VisitWays";

export function OrderView({ order, token }: { order: Order; token: string }) {
  const t = useTranslations("track");
  const tb = useTranslations("booking.done");
  const locale = useLocale();
  const visits = order.lines.filter(isVisit);
  const now = useNow()();
  const fresh = useFreshOrder(token);
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
      {order.in_review && (
        <Notice className={styles.block ?? ""}>
          <p>{tb("review")}</p>
        </Notice>
      )}
      {cardsOf(visits, now).map((visit) => (
        <VisitCard
          key={visit.id}
          visit={visit}
          named={hasSellers(order)}
          inReview={order.in_review}
          currency={order.currency}
        >
          <Actions visit={visit} order={order} token={token} />
        </VisitCard>
      ))}
      <OrderSubscriptions
        ids={subscriptionsOf(visits)}
        token={token}
        alone={waysAlone(visits, token)}
        onChanged={() => void fresh()}
      />
      <Bought order={order} token={token} />
      <BoughtCards order={order} token={token} />
      <BoughtPasses order={order} token={token} />
      {live.length > 0 && (
        <>
          <p className={styles.total}>
            <span>{t("total")}</span>
            <span>{money(order.total_amount)}</span>
          </p>
          <p className={styles.block}>
            {order.due_amount > 0 &&
              order.state !== "placed" &&
              t(order.on_the_day ? "toPay" : "stillToPay", { amount: money(order.due_amount) })}
          </p>
          {order.state !== "placed" && <CalendarLinks order={order} visits={live} token={token} />}
        </>
      )}
      {live.length === 0 && order.due_amount > 0 && (
        <p className={styles.block}>{t("stillToPay", { amount: money(order.due_amount) })}</p>
      )}
      <PaidList order={order} zone={zone} reader="customer" />
      <Charges order={order} zone={zone} reader="customer" token={token} onTried={() => void fresh()} />
      <PayPanel order={order} token={token} backTo={`/track/#${token}`} />
      <CallOff order={order} token={token} onDone={() => void fresh()} />
      <TipPanel order={order} token={token} backTo={`/track/#${token}`} />
      <OrderInvoices order={order} token={token} />
      {live.length === 0 && (
        <p className={styles.block}>
          {hasOnlyGoods(order) ? (
            <ButtonLink href="/products/">{t("moreGoods")}</ButtonLink>
          ) : (
            <ButtonLink kind="main" href={`/booking/?business=${order.business}`}>
              {t("again")}
            </ButtonLink>
          )}
        </p>
      )}
      <AccountChoices orders={[order.id]} token={token} />
      <section className={styles.section}>
        <ContactLinks phone={order.business_phone} email={order.business_email} />
        <p className={styles.muted}>{t("privacy")}</p>
      </section>
    </>
  );
}

function Actions({ visit, order, token }: { visit: Visit; order: Order; token: string }) {
  const t = useTranslations("track");
  const now = useNow()();
  const fresh = useFreshOrder(token);
  const { can_move, can_cancel, can_report, change_request: asked } = visit;
  const live = isLive(visit, now);
  if (!live && !can_report && asked?.kind !== "absent") return null;
  const { name } = visit;
  return (
    <>
      {asked && (
        <Asked
          key={asked.id}
          request={asked}
          name={name}
          venue={visit.venue}
          zone={visit.zone}
          token={token}
          onDone={fresh}
        />
      )}
      {live && !can_move && !can_cancel && (
        <p>
          {t.rich("cannot", {
            phone: order.business_phone,
            call: (words) => <a href={telLink(order.business_phone)}>{words}</a>,
          })}
        </p>
      )}
      <VisitWays visit={visit} name={name} token={token} />
    </>
  );
}
