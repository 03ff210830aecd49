"use client";
// Yes or no to one request, with a word for whoever asked.
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { Ask } from "@/features/appointments/components/Ask";
import { tryTimeOff } from "@/features/simulator/api";
import { useBreaks } from "@/features/simulator/useBreaks";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { answerTimeOff } from "../api";
import type { Absence } from "../rules";

export function Answer({ absence, when }: { absence: Absence; when: string }) {
  const t = useTranslations("timeoff");
  const toast = useToast();
  const { guard, question } = useBreaks();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const opener = useRef<HTMLSpanElement>(null);
  const name = absence.staff_name;

  function close() {
    setOpen(false);
    setProblem(null);
    requestAnimationFrame(() => opener.current?.querySelector("button")?.focus());
  }

  async function answer(granted: boolean) {
    setBusy(true);
    setProblem(null);
    try {
      const { staff_member_id, starts_at, ends_at } = absence;
      const answered = granted
        ? await guard(
            () => tryTimeOff(staff_member_id, { starts_at, ends_at }),
            (seen) => answerTimeOff(absence, true, word.trim(), seen),
          )
        : await answerTimeOff(absence, false, word.trim());
      if (!answered) return;
      toast(t(granted ? "grantedToast" : "refusedToast", { name, when }));
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  if (!open)
    return (
      <span ref={opener}>
        <Button aria-label={t("answerOf", { name, when })} onClick={() => setOpen(true)}>
          {t("answer")}
        </Button>
      </span>
    );
  return (
    <>
      <Ask
        title={t("question", { name, when })}
        yes={t("grant")}
        no={t("later")}
        busy={busy}
        other={
          <Button kind="danger" busy={busy} onClick={() => void answer(false)}>
            {t("refuse")}
          </Button>
        }
        onYes={() => void answer(true)}
        onNo={close}
      >
        {problem && <ProblemNotice problem={problem} />}
        {(absence.visits ?? 0) > 0 && <p>{t("visitsStay", { count: absence.visits ?? 0 })}</p>}
        <TextField
          name={`word-${absence.id}`}
          label={t("word", { name })}
          optional
          maxLength={200}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
      </Ask>
      {question}
    </>
  );
}
