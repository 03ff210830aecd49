"use client";
// A gift card that nobody pays for: asked once more who is there, and the code is shown this once.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField, TextArea, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Choices } from "@/features/catalog/editing";
import { minorUnits } from "@/features/payments/rules";
import { useGuarded } from "@/features/proof/useGuarded";
import { newIdempotencyKey } from "@/lib/api/browser";
import type { Problem } from "@/lib/api/problem";
import { useFieldWords } from "@/lib/errors/fields";
import { giveCard } from "../api";
import type { GivenCard } from "../rules";
import styles from "./giftcards.module.css";

const empty = { recipient_name: "", recipient_email: "", sender_name: "", message: "", reason: "" };

export function GiveCard({ businesses }: Pick<Choices, "businesses">) {
  const t = useTranslations("giftCardsTeam");
  const tc = useTranslations("giftCards");
  const [key] = useState(newIdempotencyKey);
  const [business, setBusiness] = useState(businesses[0]?.id ?? "");
  const [amount, setAmount] = useState("");
  const [typed, setTyped] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [given, setGiven] = useState<GivenCard | null>(null);
  const { busy, run, notice } = useGuarded((found) => {
    setProblem(found);
    setAttempt((count) => count + 1);
  });
  const currency = businesses.find(({ id }) => id === business)?.currency ?? "GBP";
  const units = minorUnits(amount);
  const own: Record<string, string> = {
    ...(attempt > 0 && !units && { amount: t("amountWrong") }),
    ...(attempt > 0 && !typed.reason.trim() && { reason: t("reasonMissing") }),
  };
  const refused = useFieldWords()(problem);
  const errors: Record<string, string> = { ...refused, ...own };

  function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    if (!units || !typed.reason.trim()) return setAttempt((count) => count + 1);
    void run(async () => setGiven(await giveCard({ business_id: business, amount: units, ...typed }, key)));
  }

  const field = (name: keyof typeof empty, label: string) => ({
    name,
    label,
    value: typed[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) =>
      setTyped((now) => ({ ...now, [name]: event.target.value })),
  });

  if (given)
    return (
      <Notice tone="good" role="status" title={t("given")}>
        <p>{t("givenText")}</p>
        <p className={styles.code}>{given.code}</p>
        <p>
          <ButtonLink href={`/ad/gift-cards/${given.card.id}/`}>{t("open")}</ButtonLink>
        </p>
      </Notice>
    );
  return (
    <>
      <form method="post" noValidate className={styles.form} onSubmit={send}>
        <ErrorSummary
          problems={Object.entries(errors).map(([name, error]) => ({ name, error }))}
          attempt={attempt}
        />
        {problem && Object.keys(problem.fields).length === 0 && <ProblemNotice problem={problem} />}
        <SelectField
          name="business_id"
          label={tc("business")}
          value={business}
          error={errors.business_id}
          onChange={({ currentTarget }) => setBusiness(currentTarget.value)}
        >
          {businesses.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="amount"
          label={tc("ownLabel", { currency })}
          inputMode="decimal"
          size={10}
          value={amount}
          error={errors.amount}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        />
        <TextField
          {...field("recipient_name", tc("recipient_name"))}
          optional
          autoComplete="off"
          dir="auto"
        />
        <TextField
          {...field("recipient_email", tc("recipient_email"))}
          help={t("mailHelp")}
          optional
          type="email"
          inputMode="email"
          autoComplete="off"
        />
        <TextArea {...field("message", tc("message"))} optional rows={3} maxLength={500} dir="auto" />
        <TextField {...field("reason", t("reason"))} help={t("reasonHelp")} autoComplete="off" />
        <div>
          <Button type="submit" kind="main" busy={busy}>
            {t("give")}
          </Button>
        </div>
      </form>
      {notice}
    </>
  );
}
