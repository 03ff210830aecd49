"use client";
// Booked: the number, what, when, who and where, the calendar, what to prepare, and how to change one's mind.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { TOGETHER } from "@/features/booking/pending";
import { BoughtCards } from "@/features/giftcards/components/BoughtCards";
import { OrderInvoices } from "@/features/invoices/components/OrderInvoices";
import { BoughtPasses } from "@/features/packages/components/BoughtPasses";
import { PaidList } from "@/features/payments/components/PaidList";
import { PayPanel } from "@/features/payments/components/PayPanel";
import { Bought } from "@/features/products/components/Bought";
import { problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { endWords, isPending, isUnpaid, titleOf } from "../done";
import { useFragment, useOrder, useOrders } from "../hooks";
import { cardsOf, hasOnlyGoods, hasSellers, isVisit, type Order, writeFragment } from "../rules";
import { AccountChoices } from "./AccountChoices";
import { CalendarLinks } from "./CalendarLinks";
import styles from "./orders.module.css";
import { VisitCard } from "./VisitCard";

export function Confirmation() {
  return (
    <QueryProvider>
      <div className={styles.narrow}>
        <Opened />
      </div>
    </QueryProvider>
  );
}

function Opened() {
  const t = useTranslations("booking.done");
  const fragment = useFragment();
  if (fragment === undefined) return <Waiting />;
  if (fragment === null) {
    return (
      <EmptyState
        icon="receipt"
        title={t("lost")}
        action={
          <ButtonLink kind="main" href="/track/">
            {t("findIt")}
          </ButtonLink>
        }
      >
        <p>{t("lostText")}</p>
      </EmptyState>
    );
  }
  const [first = "", ...others] = fragment.token.split(TOGETHER);
  return (
    <>
      <Loaded token={first} others={others} />
      {others.map((token) => (
        <Beside key={token} token={token} />
      ))}
    </>
  );
}

function Waiting() {
  const t = useTranslations("booking.done");
  return (
    <Loading label={t("loading")}>
      <Skeleton width="70%" height="2.2em" />
      <Skeleton width="40%" />
      <Skeleton height="6em" />
    </Loading>
  );
}

type Booking = { token: string; others: string[] };

function Loaded({ token, others }: Booking) {
  const { data: order, error, refetch } = useOrder(token);
  if (error) return <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />;
  return order ? <Booked order={order} token={token} others={others} /> : <Waiting />;
}

/** An order in another currency that was booked with the first one. */
function Beside({ token }: { token: string }) {
  const t = useTranslations("booking.done");
  const { data: order } = useOrder(token);
  if (!order) return null;
  return (
    <section className={styles.section}>
      <h2>{t("beside", { number: order.number })}</h2>
      <Visits order={order} />
      <Bought order={order} token={token} />
      <BoughtCards order={order} token={token} />
      <BoughtPasses order={order} token={token} />
      <ToPay order={order} token={token} />
      <p className={styles.actions}>
        <ButtonLink href={`/track/#${writeFragment(token)}`}>{t("manage")}</ButtonLink>
      </p>
    </section>
  );
}

function Visits({ order }: { order: Order }) {
  const t = useTranslations("booking.done");
  const now = useNow()();
  const visits = order.lines.filter(isVisit);
  const shown = cardsOf(visits, now);
  return (
    <>
      {shown.map((visit) => (
        <VisitCard
          key={visit.id}
          visit={visit}
          named={hasSellers(order)}
          inReview={order.in_review}
          currency={order.currency}
        />
      ))}
      {visits.length > shown.length && (
        <p className={styles.block}>{t("moreVisits", { count: visits.length - shown.length })}</p>
      )}
    </>
  );
}

function ToPay({ order, token }: { order: Order; token: string }) {
  const t = useTranslations("booking.done");
  const locale = useLocale();
  const zone = order.lines.find((line) => line.zone)?.zone ?? "UTC";
  const isOpen = order.due_amount > 0;
  const price = formatMoney({ amount: order.due_amount, currency: order.currency }, locale);
  return (
    <>
      <PaidList order={order} zone={zone} reader="customer" />
      {isOpen && order.state !== "placed" && (
        <p className={styles.total}>
          <span>{t(order.on_the_day ? "pay" : "stillToPay", { price })}</span>
        </p>
      )}
      <PayPanel order={order} token={token} backTo={`/booking/done/#${token}`} />
      <OrderInvoices order={order} token={token} />
    </>
  );
}

function Booked({ order, token, others }: Booking & { order: Order }) {
  const t = useTranslations("booking.done");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const beside = useOrders(others);
  const visits = order.lines.filter(isVisit);
  const unpaid = isUnpaid(order);
  const pending = isPending(order);
  const ended = order.state === "cancelled";
  const end = ended && endWords(order);
  const review = order.in_review;
  const onlyGoods = hasOnlyGoods(order);
  const preparations = [...new Set(visits.map((visit) => visit.preparation).filter(Boolean))];
  return (
    <>
      <h1 ref={heading} tabIndex={-1} style={{ outline: "none" }}>
        {t(titleOf(order))}
      </h1>
      <p className={styles.number}>
        {t("number")}
        <strong>{order.number}</strong>
      </p>
      {end && (
        <Notice tone="warn" className={styles.block ?? ""}>
          <p>{t(end)}</p>
        </Notice>
      )}
      {unpaid && <ToPay order={order} token={token} />}
      {review && (
        <Notice className={styles.block ?? ""}>
          <p>{t("review")}</p>
        </Notice>
      )}
      {!unpaid && !ended && !review && (
        <Notice tone="good" className={styles.block ?? ""}>
          <p>{t(onlyGoods ? "sentGoods" : "sent", { email: order.customer_email })}</p>
          {pending && <p>{t("pending", { business: order.business_name })}</p>}
          {order.points > 0 && <p>{t("points", { count: order.points })}</p>}
        </Notice>
      )}
      {!ended && <Bought order={order} token={token} />}
      {!ended && <BoughtCards order={order} token={token} />}
      {!ended && <BoughtPasses order={order} token={token} />}
      <Visits order={order} />
      {!unpaid && <ToPay order={order} token={token} />}
      {preparations.length > 0 && (
        <section className={styles.section}>
          <h2>{t(visits.some((visit) => visit.venue === "customer") ? "prepare" : "prepareOnline")}</h2>
          {preparations.map((words) => (
            <p key={words} className={styles.prepare}>
              {words}
            </p>
          ))}
        </section>
      )}
      {!unpaid && !ended && !review && visits.length > 0 && (
        <CalendarLinks order={order} visits={visits} token={token} />
      )}
      {!unpaid && <AccountChoices orders={[order, ...beside].map(({ id }) => id)} token={token} />}
      <section className={styles.section}>
        <h2>{t(onlyGoods ? "keep" : "change")}</h2>
        {!unpaid && <p className={styles.muted}>{t(onlyGoods ? "keepText" : "changeText")}</p>}
        <p className={styles.actions}>
          <ButtonLink href={`/track/#${writeFragment(token)}`}>
            {t(onlyGoods ? "seeOrder" : "manage")}
          </ButtonLink>
        </p>
        <p className={styles.lone}>
          <ButtonLink
            kind="quiet"
            href={onlyGoods ? "/products/" : `/booking/?business=${order.business}&step=service`}
          >
            {t(onlyGoods ? "moreGoods" : "again")}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
