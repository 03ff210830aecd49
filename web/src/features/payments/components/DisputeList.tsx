"use client";
// Disputes with their deadline: our records as a file, and sent to the company with words of one's own.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link, useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { answerDispute } from "../api";
import { companyNamed, type DisputeSeen, disputeNamed } from "../rules";
import { whyNamed } from "../steps";
import styles from "./payments.module.css";

export function DisputeList({ disputes, zone }: { disputes: DisputeSeen[]; zone: string }) {
  return (
    <ul className={styles.lines}>
      {disputes.map((dispute) => (
        <li key={dispute.id}>
          <Told dispute={dispute} zone={zone} />
          {dispute.can_answer && <Answer dispute={dispute} />}
        </li>
      ))}
    </ul>
  );
}

function Told({ dispute, zone }: { dispute: DisputeSeen; zone: string }) {
  const t = useTranslations("disputesTeam");
  const tp = useTranslations("paymentsTeam");
  const locale = useLocale();
  const money = (amount: number, currency = dispute.currency) =>
    formatMoney({ amount, currency }, locale, { exact: true });
  const { respond_by: until, answered_at: answered } = dispute;
  const waits = dispute.stage === "needs_response";
  return (
    <>
      <p className={styles.line}>
        <span>
          <Link href={`/ad/orders/${dispute.order_number}/`}>{dispute.order_number}</Link>,{" "}
          <bdi>{dispute.customer_name}</bdi>
        </span>
        <span>{t(`stage.${disputeNamed(dispute)}`, { name: dispute.stage })}</span>
        <strong>{money(dispute.at_stake_amount)}</strong>
      </p>
      <p className={styles.text}>
        {t("reason", { reason: whyNamed(tp, dispute.reason) })}
        {dispute.fee_amount > 0 &&
          `, ${t("fee", { amount: money(dispute.fee_amount, dispute.fee_currency) })}`}
      </p>
      {dispute.is_inquiry && waits && <p className={styles.text}>{t("inquiryText")}</p>}
      {waits && until && (
        <p>{t("until", { day: formatDay(until, zone, locale), time: formatTime(until, zone, locale) })}</p>
      )}
      {answered && (
        <p className={styles.text}>
          {t("answered", { who: dispute.answered_by, day: formatDay(answered, zone, locale) })}
        </p>
      )}
      {waits && !dispute.can_answer && <p>{t("elsewhere", { company: companyNamed(dispute.provider) })}</p>}
      <p>
        <a href={`/api/disputes/${dispute.id}/evidence`} download>
          {t(answered ? "recordsSent" : "records")}
        </a>
      </p>
    </>
  );
}

function Answer({ dispute }: { dispute: DisputeSeen }) {
  const t = useTranslations("disputesTeam");
  const router = useRouter();
  const toast = useToast();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const company = companyNamed(dispute.provider);

  async function send() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await answerDispute(dispute.id, note);
      toast(t("sent", { company }));
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <TextArea
        name={`note-${dispute.id}`}
        label={t("note")}
        help={t("noteHelp")}
        optional
        rows={4}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("send", { company })}
        </Button>
      </div>
      <p className={styles.note}>{t("once")}</p>
    </form>
  );
}
