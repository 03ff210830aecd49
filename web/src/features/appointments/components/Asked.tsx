"use client";
// What a customer asked for and how that stands: waiting, answered with another time, or declined.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useWhen } from "@/features/booking/components/useWhen";
import { type Problem, problemOf } from "@/lib/api/problem";
import { takeProposal, withdrawRequest } from "../api";
import type { ChangeRequest } from "../rules";
import styles from "./AskForChange.module.css";
import { Wishes } from "./Wishes";

type Props = {
  request: ChangeRequest;
  name: string;
  venue: string | null | undefined;
  zone: string;
  token?: string;
  onDone: () => void | Promise<void>;
};

export function Asked({ request, name, venue, zone, token, onDone }: Props) {
  const t = useTranslations("change.asked");
  const when = useWhen();
  const locale = useLocale();
  const toast = useToast();
  const [busy, setBusy] = useState<"take" | "withdraw" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sending = useRef(false);
  const { id, kind, state, proposal } = request;
  const proposed =
    proposal && when({ venue, zone, starts_at: proposal.starts_at, ends_at: proposal.ends_at });

  async function act(what: "take" | "withdraw") {
    if (sending.current) return;
    sending.current = true;
    setBusy(what);
    setProblem(null);
    try {
      if (what === "take" && proposal) await takeProposal(id, proposal.starts_at, token);
      else await withdrawRequest(id, token);
      await onDone();
      toast(what === "take" ? t("taken", { when: proposed ?? "" }) : t("withdrawn"));
    } catch (error) {
      const refused = problemOf(error);
      // Gone, or answered meanwhile: what is shown below it must be what holds now.
      if (refused.code === "slot_taken" || refused.code === "request_over") await onDone();
      setProblem(refused);
    } finally {
      sending.current = false;
      setBusy(null);
    }
  }

  const what = kind === "cancel" || kind === "absent" ? kind : "move";
  const title =
    state === "proposed"
      ? t("proposed", { when: proposed ?? "" })
      : t(`${state === "declined" ? "declined" : "open"}.${what}`);
  return (
    <div className={styles.asked}>
      {problem && <Refused problem={problem} />}
      <Notice tone={state === "declined" ? "warn" : "note"} title={title}>
        {state === "proposed" && proposal?.staff_name && <p>{t("with", { name: proposal.staff_name })}</p>}
        {request.answer && <p dir="auto">{request.answer}</p>}
        {state === "open" && <Wishes wishes={request.wishes} locale={locale} />}
        {state === "open" && <p>{t(what === "absent" ? "looksInto" : "waits")}</p>}
        {state === "proposed" && <p>{t("notKept")}</p>}
        {state === "declined" && <p>{t(what === "absent" ? "callUs" : "stays")}</p>}
      </Notice>
      {state !== "declined" && (
        <div className={styles.buttons}>
          {state === "proposed" && (
            <Button
              kind="main"
              busy={busy === "take"}
              aria-label={`${t("take")}: ${name}, ${proposed}`}
              onClick={() => void act("take")}
            >
              {t("take")}
            </Button>
          )}
          <Button
            busy={busy === "withdraw"}
            aria-label={t(state === "proposed" ? "noNamed" : "withdrawNamed", { name })}
            onClick={() => void act("withdraw")}
          >
            {t(state === "proposed" ? "no" : "withdraw")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Refused({ problem }: { problem: Problem }) {
  const t = useTranslations("change.asked");
  if (problem.code === "slot_taken")
    return (
      <Notice tone="warn" role="alert" title={t("goneTitle")}>
        <p>{t("gone")}</p>
      </Notice>
    );
  if (problem.code === "request_over") return <Notice tone="warn" role="alert" title={t("over")} />;
  return <ProblemNotice problem={problem} />;
}
