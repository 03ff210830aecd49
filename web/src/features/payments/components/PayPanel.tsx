"use client";
// What is still to be paid of an order, until when its time is kept, and the ways to pay it now.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useNow } from "@/components/theme/ClockProvider";
import { Button } from "@/components/ui/Button";
import { CheckboxField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useReaderZone } from "@/features/booking/components/useWhen";
import { hasOnlyGoods, type Order } from "@/features/orders/rules";
import { dateIn } from "@/lib/datetime/calendar";
import { formatDay, formatTime, type Instant } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { telLink } from "@/lib/phone";
import { paymentMethods } from "../api";
import { usePay } from "../hooks";
import { declineOf, isKept, methodNamed } from "../rules";
import styles from "./payments.module.css";
import { TestNotice } from "./TestNotice";
import { TransferPanel } from "./TransferPanel";

type Props = { order: Order; token?: string | undefined; backTo: string };

export function PayPanel(props: Props) {
  const { order } = props;
  if (!order.can_pay) return null;
  return (
    <>
      <TransferPanel order={order} />
      <Pages {...props} />
    </>
  );
}

/** The ways to pay on a company's page; beside a transfer that is waited for they are the quicker way. */
function Pages({ order, token, backTo }: Props) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const { pay, busy, problem } = usePay({ number: order.number, token, backTo });
  const { data: methods = [], isSuccess } = useQuery({
    queryKey: ["payment methods", order.currency],
    queryFn: ({ signal }) => paymentMethods(order.currency, signal),
    enabled: order.can_pay,
    staleTime: 60_000,
  });
  const [keep, setKeep] = useState(false);
  const waits = order.state === "placed" && !order.transfer;
  const noTime = hasOnlyGoods(order);
  const price = formatMoney({ amount: wantedNow(order), currency: order.currency }, locale, { exact: true });
  const hasFailed = order.charges.some(({ state }) => state === "failed" || state === "given_up");
  const decline = hasFailed ? null : declineOf(order.payments); // of a charge its own panel tells
  if (methods.length === 0 && !waits) return null;
  if (methods.length === 0 && isSuccess) return <NotOnline order={order} noTime={noTime} />;
  const heading = order.transfer ? "orNow" : waits ? (noTime ? "toOrder" : "toBook") : "toPay";
  return (
    <section className={styles.panel} aria-labelledby={`pay-${order.number}`}>
      <h2 id={`pay-${order.number}`}>{t(heading)}</h2>
      {decline && (
        <Notice tone="bad" role="alert" title={t("declinedTitle")}>
          <p>{t(`decline.${decline}`)}</p>
        </Notice>
      )}
      {waits && order.pay_by && <Until at={order.pay_by} noTime={noTime} />}
      {!waits && !order.transfer && !hasFailed && <p>{t("optional")}</p>}
      {problem && <ProblemNotice problem={problem} />}
      {order.keeps_card && methods.some(isKept) && <p>{t("keepsCard")}</p>}
      {order.can_keep_card && !order.keeps_card && methods.some(isKept) && (
        <CheckboxField
          name={`keep-${order.number}`}
          label={t("keep")}
          help={t("keepHelp")}
          checked={keep}
          onChange={(event) => setKeep(event.target.checked)}
        />
      )}
      <TestNotice methods={methods} currency={order.currency} />
      <div className={styles.ways}>
        {methods.map((method, place) => (
          <Button
            key={method}
            kind={(waits && place === 0) || methods.length === 1 ? "main" : "second"}
            busy={busy === method}
            onClick={() => void pay(method, keep && isKept(method))}
          >
            {t("payBy", { price, method: t(`method.${methodNamed(method)}`, { method }) })}
          </Button>
        ))}
      </div>
      <p className={styles.note}>{t("away")}</p>
    </section>
  );
}

/** No company takes the money just now: whom to ask instead. */
function NotOnline({ order, noTime }: { order: Order; noTime: boolean }) {
  const t = useTranslations("payments.notOnline");
  const { business_phone: phone, business_email: email } = order;
  return (
    <section className={styles.panel} aria-labelledby={`pay-${order.number}`}>
      <h2 id={`pay-${order.number}`}>{t("title")}</h2>
      {order.pay_by && <Until at={order.pay_by} noTime={noTime} />}
      <p>{t("text")}</p>
      <p>{phone && <a href={telLink(phone)}>{t("call", { phone })}</a>}</p>
      <p>{email && <a href={`mailto:${email}`}>{t("write", { email })}</a>}</p>
    </section>
  );
}

/** Until when it waits: mostly for half an hour, an order by phone for days. */
function Until({ at, noTime }: { at: Instant; noTime: boolean }) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const zone = useReaderZone("UTC");
  const time = formatTime(at, zone, locale);
  const now = useNow()();
  if (dateIn(zone, new Date(at)) === dateIn(zone, new Date(now)))
    return <p>{t(noTime ? "open" : "kept", { until: time })}</p>;
  return <p>{t(noTime ? "openDays" : "keptDays", { day: formatDay(at, zone, locale), time })}</p>;
}

/** What the next payment is of: the part that makes an order stand, or all that is owed. */
function wantedNow(order: Order): number {
  const open = order.payments.find(({ state }) => state === "open");
  return order.state === "placed" && open ? Math.min(open.amount, order.due_amount) : order.due_amount;
}
