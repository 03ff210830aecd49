"use client";
// A tip for whoever came, once the visit is over: an amount proposed or typed, paid on the company's page.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Order } from "@/features/orders/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatMoney } from "@/lib/money/money";
import { openTipPage } from "../api";
import { leaveFor } from "../hooks";
import { methodNamed, minorUnits } from "../rules";
import styles from "./payments.module.css";
import { TestNotice } from "./TestNotice";

type Props = { order: Order; token?: string | undefined; backTo: string };

export function TipPanel({ order, token, backTo }: Props) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const offer = order.tip;
  const [staffId, setStaff] = useState(offer?.staff[0]?.id ?? "");
  const [method, setMethod] = useState(offer?.methods[0] ?? "");
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!offer) return null;
  const { staff, amounts, most_amount: most } = offer;
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, locale);
  const other = minorUnits(typed);
  const isGood = other !== null && other > 0 && other <= most;
  const name = staff.find(({ id }) => id === staffId)?.name ?? "";

  async function give(amount: number) {
    if (busy !== null) return;
    setBusy(amount);
    setProblem(null);
    try {
      leaveFor(await openTipPage(order.number, { staff_id: staffId, amount, method }, token), backTo);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }

  return (
    <section className={styles.panel} aria-labelledby={`tip-${order.number}`}>
      <h2 id={`tip-${order.number}`}>{t("tip.title", { name })}</h2>
      <p>{t("tip.text")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <TestNotice methods={[method]} currency={order.currency} />
      <div className={styles.form}>
        {staff.length > 1 && (
          <SelectField
            name={`tip-who-${order.number}`}
            label={t("tip.who")}
            value={staffId}
            onChange={(event) => setStaff(event.target.value)}
          >
            {staff.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
        )}
        {offer.methods.length > 1 && (
          <SelectField
            name={`tip-how-${order.number}`}
            label={t("tip.method")}
            value={method}
            onChange={(event) => setMethod(event.target.value)}
          >
            {offer.methods.map((each) => (
              <option key={each} value={each}>
                {t(`method.${methodNamed(each)}`, { method: each })}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <div className={styles.ways}>
        {amounts.map((amount) => (
          <Button key={amount} busy={busy === amount} onClick={() => void give(amount)}>
            {t("tip.give", { price: money(amount) })}
          </Button>
        ))}
      </div>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isGood) void give(other);
        }}
      >
        <TextField
          name={`tip-other-${order.number}`}
          label={t("tip.other", { currency: order.currency })}
          error={tried && !isGood ? t("tip.wrong", { price: money(most) }) : undefined}
          inputMode="decimal"
          size={10}
          optional
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div>
          <Button type="submit" busy={busy !== null && busy === other}>
            {t("tip.giveThis")}
          </Button>
        </div>
      </form>
    </section>
  );
}
