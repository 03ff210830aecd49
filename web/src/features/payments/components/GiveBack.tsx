"use client";
// Giving back what was paid for one line or several: how much of each at most, and by which way it goes.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Order } from "@/features/orders/rules";
import { newIdempotencyKey } from "@/lib/api/browser";
import { formatMoney } from "@/lib/money/money";
import { refund } from "../api";
import { useSending } from "../hooks";
import { isOnline, methodNamed, minorUnits, waysOf } from "../rules";
import styles from "./payments.module.css";

export function GiveBack({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useTranslations("paymentsTeam");
  const tp = useTranslations("payments");
  const locale = useLocale();
  const { busy, problem, send } = useSending(onDone);
  const [key] = useState(newIdempotencyKey);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  const lines = order.lines
    .map(({ id, name, ways_back: ways }) => ({
      id,
      name,
      ways,
      most: ways.reduce((sum, { amount }) => sum + amount, 0),
      typed: typed[id] ?? "",
    }))
    .filter(({ most }) => most > 0)
    .map((line) => ({ ...line, amount: line.typed.trim() ? minorUnits(line.typed) : 0 }));
  const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const isFine = lines.every(({ amount, most }) => amount !== null && amount <= most);
  const exactly = (amount: number) => (amount / 100).toFixed(2);
  const ways = waysOf(lines.map((line) => ({ ways: line.ways, amount: line.amount ?? 0 })));

  function faultOf({ amount, most }: (typeof lines)[number]): string | undefined {
    if (amount === null) return t("noAmount");
    if (amount > most) return t("atMost", { amount: money(most) });
    return undefined;
  }

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isFine || total === 0 || !note.trim()) return;
        const back = lines.flatMap(({ id, amount }) => (amount ? [{ line_id: id, amount }] : []));
        void send(() => refund(order.number, { lines: back, note: note.trim() }, key), t("refunded"));
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      {lines.length > 1 && (
        <div>
          <Button
            onClick={() => setTyped(Object.fromEntries(lines.map(({ id, most }) => [id, exactly(most)])))}
          >
            {t("wholeOrder", { amount: money(lines.reduce((sum, { most }) => sum + most, 0)) })}
          </Button>
        </div>
      )}
      {lines.map((line) => (
        <div key={line.id} className={styles.backLine}>
          <TextField
            name={`back-${line.id}`}
            label={t("backOf", { name: line.name, currency: order.currency })}
            help={t("atMost", { amount: money(line.most) })}
            error={tried || line.amount === null ? faultOf(line) : undefined}
            inputMode="decimal"
            size={10}
            value={line.typed}
            onChange={(event) => setTyped({ ...typed, [line.id]: event.target.value })}
          />
          <Button
            kind="quiet"
            aria-label={t("allOfNamed", { name: line.name })}
            onClick={() => setTyped({ ...typed, [line.id]: exactly(line.most) })}
          >
            {t("allOf")}
          </Button>
        </div>
      ))}
      <div aria-live="polite">
        {tried && total === 0 && isFine && <p className={styles.fault}>{t("nothingBack")}</p>}
        {ways.length > 0 && isFine && (
          <>
            <p>{t("goesBack")}</p>
            <ul className={styles.wayList}>
              {ways.map(({ method, paid_with: paidWith, amount }) => (
                <li key={`${method} ${paidWith}`}>
                  {t(isOnline(method) || method === "gift_card" ? "wayBack" : "wayByHand", {
                    amount: money(amount),
                    way:
                      (method === "gift_card" ? "" : paidWith) ||
                      tp(`method.${methodNamed(method)}`, { method }),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <TextArea
        name="back-note"
        label={t("note")}
        help={t("noteHelp")}
        error={tried && !note.trim() ? t("noNote") : undefined}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button type="submit" kind="danger" busy={busy}>
          {total > 0 && isFine ? t("refundYesAmount", { amount: money(total) }) : t("refundYes")}
        </Button>
      </div>
    </form>
  );
}
