"use client";
// What cancelling would mean before anybody decides, to the penny for who pays it; then the decision.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useToast } from "@/components/ui/Toast";
import { useMoment, useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { type Cancellation, cancelAppointment, fetchCancellation } from "../api";
import type { Changing } from "../changes";
import { AskForChange } from "./AskForChange";
import { Buttons, Change, type ChangeProps, isTooLate, TooLate } from "./Change";
import { Back, Kept } from "./MoneyBack";

/** The longest reason the server keeps. */
const REASON_LENGTH = 200;

export function CancelVisit({ visit, page, level, onBack, onDone }: ChangeProps) {
  const t = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const [missing, setMissing] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const { appointmentId, token, reader, told } = visit;
  const { data, error, refetch } = useQuery({
    queryKey: ["cancellation", appointmentId],
    queryFn: ({ signal }) => fetchCancellation(appointmentId, token, signal),
    staleTime: 0,
    gcTime: 0,
  });

  const needed = data?.reason_needed ?? false;
  const noReason = needed && missing > 0 && !reason.trim() ? t("reasonMissing") : undefined;

  async function send() {
    if (sending.current || !data) return;
    if (needed && !reason.trim()) return setMissing((tries) => tries + 1);
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await cancelAppointment(appointmentId, reason.trim().slice(0, REASON_LENGTH), data, token);
      await onDone();
      toast(t(`${reader}.cancelled`, { person: told }));
    } catch (refused) {
      const found = problemOf(refused);
      setProblem(found);
      if (found.code === "consequence_changed") await refetch();
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  const refused = isTooLate(problem) ? problem.extra.reason : data && !data.allowed && data.refused_reason;
  if (asking)
    return <AskForChange kind="cancel" visit={visit} page={page ?? false} onBack={onBack} onDone={onDone} />;
  if (refused)
    return (
      <TooLate
        reason={refused}
        visit={visit}
        page={page ?? false}
        onBack={onBack}
        onAsk={() => setAsking(true)}
      />
    );
  return (
    <Change
      title={t("cancelTitle", { name: visit.name })}
      lead={when({
        venue: visit.venue,
        zone: visit.zone,
        starts_at: visit.startsAt,
        ends_at: visit.endsAt,
      })}
      page={page}
      level={level}
    >
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {problem && <ProblemNotice problem={problem} />}
      {!data && !error && (
        <Loading label={t("loading")}>
          <Skeleton height="4em" />
        </Loading>
      )}
      {data && (
        <>
          {reader === "team" ? (
            <>
              <p>{t("team.cancelText", { person: told })}</p>
              <Back found={data} />
              <Kept found={data} />
            </>
          ) : (
            <Consequence visit={visit} found={data} />
          )}
          {noReason && (
            <ErrorSummary
              problems={[{ name: `reason-${appointmentId}`, error: noReason }]}
              attempt={missing}
            />
          )}
          <TextArea
            name={`reason-${appointmentId}`}
            label={t(needed ? "reason" : `${reader}.cancelReason`)}
            help={reader === "team" ? t("team.cancelReasonHelp") : undefined}
            optional={!needed}
            error={noReason}
            rows={2}
            maxLength={REASON_LENGTH}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Buttons>
            <Button kind="danger" busy={busy} onClick={() => void send()}>
              <Yes visit={visit} found={data} />
            </Button>
            <Button onClick={onBack}>{t(`${reader}.keep`)}</Button>
          </Buttons>
        </>
      )}
    </Change>
  );
}

type Found = { visit: Changing; found: Cancellation };

/** What the customer would pay. The team cancels without a fee for anybody. */
function useFee({ fee_amount: amount, currency }: Cancellation): string | null {
  const locale = useLocale();
  return amount > 0 ? formatMoney({ amount, currency }, locale) : null;
}

function Consequence({ visit, found }: Found) {
  const t = useTranslations("change.customer");
  const moment = useMoment();
  const fee = useFee(found);
  const { answer_changes_at: until } = found;
  const used = found.visit_returns === false;
  return (
    <Notice
      tone={fee || used ? "warn" : "note"}
      title={fee ? t("cancelFee", { fee }) : t(used ? "cancelUsed" : "cancelFree")}
    >
      {found.by_law && <p>{t("byLaw")}</p>}
      <Owed found={found} />
      <Back found={found} />
      {until && <p>{t("cancelUntil", { when: moment(until, visit) })}</p>}
    </Notice>
  );
}

/** What of the fee was not paid, and what it is charged to. */
function Owed({ found }: { found: Cancellation }) {
  const t = useTranslations("change");
  const locale = useLocale();
  if (found.owed_amount === 0 || !found.charged_to) return null;
  const owed = formatMoney({ amount: found.owed_amount, currency: found.currency }, locale, { exact: true });
  return <p>{t("charged", { owed, to: found.charged_to })}</p>;
}

function Yes({ visit, found }: Found) {
  const t = useTranslations("change");
  const fee = useFee(found);
  if (visit.reader === "team") return t("team.cancelYes");
  return fee ? t("customer.cancelYesFee", { fee }) : t("customer.cancelYesFree");
}
