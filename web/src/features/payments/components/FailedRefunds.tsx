"use client";
// Refunds that the company could not carry out: asked once more, or given back in another way and written down.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { refundAgain, refundOtherwise } from "../api";
import { failedRefunds, type Payment } from "../rules";

export function FailedRefunds({ payments }: { payments: readonly Payment[] }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send(key: string, work: () => Promise<unknown>, done: string) {
    if (busy) return;
    setBusy(key);
    setProblem(null);
    try {
      await work();
      toast(done);
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy("");
    }
  }

  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {failedRefunds(payments).map(({ id, amount, currency }) => (
        <p key={id}>
          {t("notSent", { amount: formatMoney({ amount, currency }, locale, { exact: true }) })}{" "}
          <Button busy={busy === `${id} again`} onClick={() => again(id)}>
            {t("sendAgain")}
          </Button>{" "}
          <Button busy={busy === `${id} cash`} onClick={() => otherwise(id, "cash")}>
            {t("gaveCash")}
          </Button>{" "}
          <Button busy={busy === `${id} bank_transfer`} onClick={() => otherwise(id, "bank_transfer")}>
            {t("gaveTransfer")}
          </Button>
        </p>
      ))}
    </>
  );

  function again(id: string) {
    void send(`${id} again`, () => refundAgain(id), t("refunded"));
  }

  function otherwise(id: string, way: "cash" | "bank_transfer") {
    void send(`${id} ${way}`, () => refundOtherwise(id, way), t("given"));
  }
}
