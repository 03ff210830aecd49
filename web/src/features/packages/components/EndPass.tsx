"use client";
// Gives back what is unused, or ends a package for good: what that means is said first, and a reason is kept.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import cards from "@/features/giftcards/components/giftcards.module.css";
import { useGuarded } from "@/features/proof/useGuarded";
import type { Problem } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { refundPass, voidPass } from "../api";
import type { PassPage } from "../rules";

export function EndPass({ held }: { held: PassPage }) {
  const t = useTranslations("packagesTeam");
  const [open, setOpen] = useState<"refund" | "void" | null>(null);
  const canRefund = held.unused_amount > 0 && held.order_number !== "" && held.asked === 0;
  if (held.left === 0) return null;
  if (open) return <Form held={held} what={open} onClose={() => setOpen(null)} />;
  return (
    <div className={cards.actions}>
      {canRefund && <Button onClick={() => setOpen("refund")}>{t("refund")}</Button>}
      <Button kind="danger" onClick={() => setOpen("void")}>
        {t("void")}
      </Button>
    </div>
  );
}

function Form({ held, what, onClose }: { held: PassPage; what: "refund" | "void"; onClose: () => void }) {
  const t = useTranslations("packagesTeam");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [error, setError] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const { busy, run, notice } = useGuarded((found) => {
    setProblem(found);
    if (found.code === "pass_changed") router.refresh();
  });
  const words = {
    count: held.left,
    amount: formatMoney({ amount: held.unused_amount, currency: held.currency }, locale, { exact: true }),
  };

  function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    setError(reason.trim() ? "" : t("reasonMissing"));
    if (!reason.trim()) return;
    void run(async () => {
      if (what === "refund") await refundPass(held.id, held.unused_amount, reason.slice(0, 500));
      else await voidPass(held.id, reason.slice(0, 500));
      toast(t(what === "refund" ? "isRefunded" : "isVoided"));
      onClose();
      router.refresh();
    });
  }

  return (
    <>
      <form method="post" noValidate className={cards.form} onSubmit={send}>
        <p>{t(what === "refund" ? "refundText" : "voidText", words)}</p>
        {problem && <ProblemNotice problem={problem} />}
        <TextField
          name="reason"
          label={t("reason")}
          help={t("reasonHelp")}
          error={error}
          autoComplete="off"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div className={cards.actions}>
          <Button type="submit" kind="danger" busy={busy}>
            {t(what === "refund" ? "refundNow" : "voidNow", words)}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t("keep")}
          </Button>
        </div>
      </form>
      {notice}
    </>
  );
}
