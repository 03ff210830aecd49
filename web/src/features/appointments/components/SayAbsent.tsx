"use client";
// One side was not there: what it means to the penny before anybody says so, then saying it.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { formatMoney } from "@/lib/money/money";
import { useTask } from "@/lib/useTask";
import { type Absence, fetchAbsence } from "../api";
import { Buttons, Change, type ChangeProps } from "./Change";
import { Back, Kept } from "./MoneyBack";
import { Told } from "./Told";

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
  const { busy, problem, run } = useTask();
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
    if (!data || busy) return;
    const done = await run(async () => {
      await say(data, words.trim());
      await onDone();
      toast(t("done", { person: told }));
    });
    if (!done) await refetch();
  }

  return (
    <Change
      title={t("title", { name: visit.name, person: told })}
      lead={when({ venue: visit.venue, zone: visit.zone, starts_at: visit.startsAt, ends_at: visit.endsAt })}
      page={page}
    >
      <Told error={error} problem={problem} waits={!data} onRetry={refetch} />
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
