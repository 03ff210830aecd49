"use client";
// Ends a card for good: what that means is said first, and who is there is asked once more.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { useGuarded } from "@/features/proof/useGuarded";
import type { Problem } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { voidCard } from "../api";
import type { CardPage } from "../rules";
import styles from "./giftcards.module.css";

export function VoidCard({ card }: { card: CardPage }) {
  const t = useTranslations("giftCardsTeam");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const { busy, run, notice } = useGuarded(setProblem);
  const left = formatMoney({ amount: card.balance_amount, currency: card.currency }, locale, { exact: true });

  function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    setError(reason.trim() ? "" : t("reasonMissing"));
    if (!reason.trim()) return;
    void run(async () => {
      await voidCard(card.id, reason.slice(0, 500));
      toast(t("isVoided"));
      router.refresh();
    });
  }

  if (!open)
    return (
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t("void")}
      </Button>
    );
  return (
    <>
      <form method="post" noValidate className={styles.form} onSubmit={send}>
        <p>{t("voidText", { amount: left })}</p>
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
        <div className={styles.actions}>
          <Button type="submit" kind="danger" busy={busy}>
            {t("voidNow", { amount: left })}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t("keep")}
          </Button>
        </div>
      </form>
      {notice}
    </>
  );
}
