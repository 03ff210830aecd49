"use client";
// The same again: what the order held goes into the basket, and the journey opens where its time is chosen.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { bookAgain } from "../api";

type Props = {
  number: string;
  /** Tells several on one page apart. */
  named?: boolean;
};

export function BookAgain({ number, named }: Props) {
  const t = useTranslations("areas.customer");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function start() {
    setBusy(true);
    setProblem(null);
    try {
      const { business, line } = await bookAgain(number);
      router.push(`/booking/?business=${business}&step=time&line=${line}`);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Button
        busy={busy}
        aria-label={named ? `${t("again")}: ${t("order", { number })}` : undefined}
        onClick={() => void start()}
      >
        {t("again")}
      </Button>
    </>
  );
}
