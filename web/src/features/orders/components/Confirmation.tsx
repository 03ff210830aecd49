"use client";
// Booked: the number, what, when, who and where, the calendar, what to prepare, and how to change one's mind.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { QueryProvider } from "@/components/theme/QueryProvider";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { TOGETHER } from "@/features/booking/pending";
import { problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { useFragment, useOrder, useOrders } from "../hooks";
import { hasSellers, isVisit, type Order, writeFragment } from "../rules";
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
      <ToPay order={order} />
      <p className={styles.actions}>
        <ButtonLink href={`/track/#${writeFragment(token)}`}>{t("manage")}</ButtonLink>
      </p>
    </section>
  );
}

function Visits({ order }: { order: Order }) {
  return order.lines
    .filter(isVisit)
    .map((visit) => <VisitCard key={visit.id} visit={visit} named={hasSellers(order)} />);
}

function ToPay({ order }: { order: Order }) {
  const t = useTranslations("booking.done");
  const locale = useLocale();
  if (order.paid_amount >= order.total_amount) return null;
  const price = formatMoney({ amount: order.total_amount, currency: order.currency }, locale);
  return (
    <p className={styles.total}>
      <span>{t("pay", { price })}</span>
    </p>
  );
}

function Booked({ order, token, others }: Booking & { order: Order }) {
  const t = useTranslations("booking.done");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const beside = useOrders(others);
  const visits = order.lines.filter(isVisit);
  const pending = visits.some((visit) => visit.state === "pending");
  const preparations = [...new Set(visits.map((visit) => visit.preparation).filter(Boolean))];
  return (
    <>
      <h1 ref={heading} tabIndex={-1} style={{ outline: "none" }}>
        {t(pending ? "titlePending" : "title")}
      </h1>
      <p className={styles.number}>
        {t("number")}
        <strong>{order.number}</strong>
      </p>
      <Notice tone="good" className={styles.block ?? ""}>
        <p>{t("sent", { email: order.customer_email })}</p>
        {pending && <p>{t("pending", { business: order.business_name })}</p>}
      </Notice>
      <Visits order={order} />
      <ToPay order={order} />
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
      <CalendarLinks order={order} visits={visits} token={token} />
      <AccountChoices orders={[order, ...beside].map(({ id }) => id)} token={token} />
      <section className={styles.section}>
        <h2>{t("change")}</h2>
        <p className={styles.muted}>{t("changeText")}</p>
        <p className={styles.actions}>
          <ButtonLink href={`/track/#${writeFragment(token)}`}>{t("manage")}</ButtonLink>
        </p>
        <p className={styles.lone}>
          <ButtonLink kind="quiet" href={`/booking/?business=${order.business}&step=service`}>
            {t("again")}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
