"use client";
// Cancelling: first what it costs at this moment, then the question.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { type Cancellation, cancelAppointment, fetchCancellation } from "../api";
import type { Visit } from "../rules";
import { Ask } from "./Ask";

type Props = { visit: Visit; onClose: () => void; onDone: () => void };

export function CancelVisit({ visit, onClose, onDone }: Props) {
  const t = useTranslations("appointments");
  const locale = useLocale();
  const toast = useToast();
  const router = useRouter();
  const [cost, setCost] = useState<Cancellation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let gone = false;
    fetchCancellation(visit.appointmentId).then(
      (answer) => !gone && setCost(answer),
      (error) => !gone && setProblem(problemOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [visit.appointmentId]);

  async function cancel() {
    setBusy(true);
    setProblem(null);
    try {
      await cancelAppointment(visit.appointmentId);
      toast(t("cancelled", { what: visit.line.name }));
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  if (!cost && !problem) {
    return (
      <Loading label={t("loading")}>
        <Skeleton height="8em" />
      </Loading>
    );
  }
  const fee =
    cost && cost.fee_amount > 0
      ? formatMoney({ amount: cost.fee_amount, currency: cost.currency }, locale)
      : null;
  const paid = visit.order.paid_amount > 0;
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {cost && (
        <Ask
          title={t("cancelTitle")}
          yes={fee ? t("cancelYesFee", { amount: fee }) : t("cancelYes")}
          no={t("cancelNo")}
          danger
          busy={busy}
          onYes={cost.allowed ? cancel : undefined}
          onNo={onClose}
        >
          {cost.allowed ? (
            <>
              <p>{fee ? t("cancelFee", { amount: fee }) : t("cancelFree")}</p>
              {paid && <p>{t("cancelRefund", { percent: cost.refund_percent })}</p>}
              {cost.answer_changes_at && (
                <p>
                  {t("cancelUntil", {
                    when: `${formatDay(cost.answer_changes_at, visit.zone, locale)}, ${formatTime(cost.answer_changes_at, visit.zone, locale)}`,
                  })}
                </p>
              )}
            </>
          ) : (
            <p>{t("tooLate", { phone: cost.business_phone })}</p>
          )}
        </Ask>
      )}
    </>
  );
}
