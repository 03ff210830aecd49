"use client";
// What cancelling would mean, to the penny, before anybody decides; then the decision.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { cancel, cancellation } from "../api";
import { goToFragment, useFreshOrder } from "../hooks";
import { type Cancellation, type Order, type Visit, writeFragment } from "../rules";
import styles from "./orders.module.css";
import { TooLate } from "./TooLate";

type Props = { order: Order; visit: Visit; token: string };

export function CancelVisit({ order, visit, token }: Props) {
  const t = useTranslations("track");
  const when = useWhen();
  const { data, error, refetch } = useQuery({
    queryKey: ["cancellation", visit.appointment_id],
    queryFn: ({ signal }) => cancellation(token, visit.appointment_id, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const refused = data && !data.allowed;
  if (refused) {
    const extra = { reason: data.refused_reason, business_phone: data.business_phone };
    return <TooLate problem={{ ...blank, extra }} order={order} token={token} />;
  }
  return (
    <>
      <PageTitle title={t("cancelTitle", { name: visit.name })} lead={when(visit)} />
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading label={t("loading")}>
          <Skeleton height="4em" />
        </Loading>
      )}
      {data && <Decide order={order} visit={visit} token={token} consequence={data} />}
    </>
  );
}

const blank: Problem = { code: "too_late_to_change", status: 409, title: "", fields: {}, extra: {} };

function Decide({ order, visit, token, consequence }: Props & { consequence: Cancellation }) {
  const t = useTranslations("track");
  const locale = useLocale();
  const toast = useToast();
  const fresh = useFreshOrder(token);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const { fee_amount, currency, refund_percent, answer_changes_at: until } = consequence;
  const fee = formatMoney({ amount: fee_amount, currency }, locale);
  const free = fee_amount === 0;

  async function send() {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await cancel(token, visit.appointment_id, reason.trim().slice(0, 200));
      await fresh();
      toast(`${t("cancelled")} ${t("cancelledMail", { email: order.customer_email })}`);
      goToFragment(writeFragment(token), { replace: true });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  if (problem?.code === "too_late_to_change")
    return <TooLate problem={problem} order={order} token={token} />;
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Notice
        tone={free ? "note" : "warn"}
        title={free ? t("cancelFree") : t("cancelFee", { fee })}
        className={styles.block ?? ""}
      >
        {order.paid_amount > 0 && <p>{t("cancelRefund", { percent: refund_percent })}</p>}
        {until && (
          <p>
            {t("cancelUntil", {
              when: `${formatDay(until, visit.zone, locale)}, ${formatTime(until, visit.zone, locale)}`,
            })}
          </p>
        )}
      </Notice>
      <TextArea
        name="reason"
        label={t("cancelReason")}
        optional
        rows={2}
        maxLength={200}
        dir="auto"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.actions}>
        <Button kind="danger" busy={busy} onClick={() => void send()}>
          {free ? t("cancelYesFree") : t("cancelYesFee", { fee })}
        </Button>
        <Button onClick={() => goToFragment(writeFragment(token), { replace: true })}>{t("cancelNo")}</Button>
      </div>
    </>
  );
}
