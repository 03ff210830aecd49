"use client";
// One side was not there: what it means to the penny before anybody says so, then saying it.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { Loading, Skeleton } from "@/components/ui/Skeleton";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { type Absence, fetchAbsence } from "../api";
import { Buttons, Change, type ChangeProps } from "./Change";
import { Back, Kept } from "./MoneyBack";

const NOTE_LENGTH = 200;

/** What is said: the customer was not there, nobody came, its customer says so, or somebody says yes to that. */
export type Saying = "noShow" | "notServed" | "report" | "agree";

type Props = ChangeProps & {
  saying: Saying;
  /** Raises where it was refused; `shown` is what was read, `words` what was typed. */
  say: (shown: Absence, words: string) => Promise<void>;
};

export function SayAbsent({ saying, say, visit, page, onBack, onDone }: Props) {
  const t = useTranslations(`change.absent.${saying}`);
  const tc = useTranslations("change");
  const when = useWhen();
  const toast = useToast();
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const of = saying === "noShow" ? "customer" : "team";
  const { appointmentId, token, told } = visit;
  const { data, error, refetch } = useQuery({
    queryKey: ["absence", appointmentId, of],
    queryFn: ({ signal }) => fetchAbsence(appointmentId, of, token, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const hasWords = saying === "report" || saying === "notServed";

  async function send() {
    if (sending.current || !data) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await say(data, words.trim());
      await onDone();
      toast(t("done", { person: told }));
    } catch (refused) {
      const found = problemOf(refused);
      setProblem(found);
      if (found.code === "consequence_changed") await refetch();
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return (
    <Change
      title={t("title", { name: visit.name, person: told })}
      lead={when({ venue: visit.venue, zone: visit.zone, starts_at: visit.startsAt, ends_at: visit.endsAt })}
      page={page}
    >
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {problem && <ProblemNotice problem={problem} />}
      {!data && !error && (
        <Loading label={tc("loadingMoney")}>
          <Skeleton height="4em" />
        </Loading>
      )}
      {data && (
        <>
          <p>{t("text", { person: told })}</p>
          <Money found={data} saying={saying} />
          {saying !== "report" && <Kept found={data} />}
          {hasWords && (
            <TextArea
              name={`absent-${appointmentId}`}
              label={t("words")}
              optional
              rows={2}
              maxLength={NOTE_LENGTH}
              dir="auto"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          <Buttons>
            <Button kind={saying === "report" ? "main" : "danger"} busy={busy} onClick={() => void send()}>
              {t("yes", { person: told })}
            </Button>
            <Button onClick={onBack}>{tc("back")}</Button>
          </Buttons>
        </>
      )}
    </Change>
  );
}

/** The fee, what of it is still owed, and what goes back; of a report, what would. */
function Money({ found, saying }: { found: Absence; saying: Saying }) {
  const t = useTranslations("change.absent");
  const tc = useTranslations("change");
  const locale = useLocale();
  const money = (amount: number) =>
    formatMoney({ amount, currency: found.currency }, locale, { exact: true });
  const title =
    saying === "noShow"
      ? found.fee_amount > 0
        ? t("fee", { fee: money(found.fee_amount) })
        : t("noFee")
      : t(saying === "report" ? "allBackIf" : "allBack");
  return (
    <Notice tone={found.fee_amount > 0 ? "warn" : "note"} title={title}>
      {found.owed_amount > 0 && (
        <p>
          {found.charged_to
            ? tc("charged", { owed: money(found.owed_amount), to: found.charged_to })
            : t("owed", { owed: money(found.owed_amount) })}
        </p>
      )}
      <Back found={found} />
    </Notice>
  );
}
