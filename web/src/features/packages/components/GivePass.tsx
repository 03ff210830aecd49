"use client";
// A package that nobody pays for: asked once more who is there, and the code is shown this once.
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import cards from "@/features/giftcards/components/giftcards.module.css";
import { useGuarded } from "@/features/proof/useGuarded";
import { newIdempotencyKey } from "@/lib/api/browser";
import type { Problem } from "@/lib/api/problem";
import { givePass } from "../api";
import type { GivenPass, Package } from "../rules";

type Props = { packages: readonly Package[]; customer: { id: string; name: string } };

export function GivePass({ packages, customer }: Props) {
  const t = useTranslations("packagesTeam");
  const [key] = useState(newIdempotencyKey);
  const [chosen, setChosen] = useState(packages[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [given, setGiven] = useState<GivenPass | null>(null);
  const { busy, run, notice } = useGuarded(setProblem);
  const error = attempt > 0 && !reason.trim() ? t("reasonMissing") : "";

  function send(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    if (!reason.trim()) return setAttempt((count) => count + 1);
    void run(async () =>
      setGiven(
        await givePass({ package_id: chosen, customer_id: customer.id, reason: reason.slice(0, 500) }, key),
      ),
    );
  }

  if (given)
    return (
      <Notice tone="good" role="status" title={t("given")}>
        <p>{t("givenText", { name: customer.name })}</p>
        <p className={cards.code}>{given.code}</p>
        <p>
          <ButtonLink href={`/ad/packages/${given.held.id}/`}>{t("open")}</ButtonLink>
        </p>
      </Notice>
    );
  return (
    <>
      <form method="post" noValidate className={cards.form} onSubmit={send}>
        <ErrorSummary problems={error ? [{ name: "reason", error }] : []} attempt={attempt} />
        {problem && <ProblemNotice problem={problem} />}
        <SelectField
          name="package_id"
          label={t("package")}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {packages.map(({ id, name, business_name }) => (
            <option key={id} value={id}>
              {name}, {business_name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="reason"
          label={t("reason")}
          help={t("reasonHelp")}
          error={error}
          autoComplete="off"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
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
