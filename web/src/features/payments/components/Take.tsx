"use client";
// Writing down what was paid to the team: in cash, by its card reader, or into the bank.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Order } from "@/features/orders/rules";
import { newIdempotencyKey } from "@/lib/api/browser";
import { formatMoney } from "@/lib/money/money";
import { recordTaking } from "../api";
import { useSending } from "../hooks";
import { minorUnits } from "../rules";
import styles from "./payments.module.css";

type Taken = "cash" | "card_reader" | "bank_transfer";
const TAKEN: Taken[] = ["cash", "card_reader", "bank_transfer"];

export function Take({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useTranslations("paymentsTeam");
  const tp = useTranslations("payments");
  const locale = useLocale();
  const { busy, problem, send } = useSending(onDone);
  const [key] = useState(newIdempotencyKey);
  const [method, setMethod] = useState<Taken>("cash");
  const [typed, setTyped] = useState(((order.due_amount || order.owed_amount) / 100).toFixed(2));
  const [tried, setTried] = useState(false);
  const amount = minorUnits(typed);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (amount) void send(() => recordTaking(order.number, { method, amount }, key), t("taken"));
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <SelectField
        name="taken-how"
        label={t("how")}
        value={method}
        onChange={(event) => setMethod(TAKEN.find((each) => each === event.target.value) ?? "cash")}
      >
        {TAKEN.map((each) => (
          <option key={each} value={each}>
            {tp(`method.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        name="taken-amount"
        label={t("amountIn", { currency: order.currency })}
        error={tried && !amount ? t("noAmount") : undefined}
        inputMode="decimal"
        size={10}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className={styles.note}>
        {t("atMost", {
          amount: formatMoney({ amount: order.owed_amount, currency: order.currency }, locale, {
            exact: true,
          }),
        })}
      </p>
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("takeYes")}
        </Button>
      </div>
    </form>
  );
}
