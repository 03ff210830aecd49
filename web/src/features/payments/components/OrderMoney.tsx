"use client";
// The money of an order for the team: what came, what is owed, taking a payment, giving back, and the books.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { SelectField, TextArea, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import type { Order } from "@/features/orders/rules";
import { newIdempotencyKey } from "@/lib/api/browser";
import { type Problem, problemOf } from "@/lib/api/problem";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { orderLedger, recordTaking, refund, refundGiven, refundTip } from "../api";
import { minorUnits } from "../rules";
import { Charges } from "./Charges";
import { EntryTable } from "./EntryTable";
import { FailedRefunds } from "./FailedRefunds";
import { PaidList } from "./PaidList";
import styles from "./payments.module.css";

type Props = { order: Order; zone: string };
type Taken = "cash" | "card_reader" | "bank_transfer";
const TAKEN: Taken[] = ["cash", "card_reader", "bank_transfer"];

export function OrderMoney({ order, zone }: Props) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const [open, setOpen] = useState<"take" | "refund" | "books" | null>(null);
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  const done = () => setOpen(null);
  return (
    <>
      <PaidList order={order} zone={zone} />
      {order.owed_amount > 0 && <p>{t("owed", { amount: money(order.owed_amount) })}</p>}
      <Charges order={order} zone={zone} team />
      <ByHand order={order} />
      <FailedRefunds payments={order.payments} />
      <TipsBack order={order} />
      <div className={styles.ways}>
        {order.owed_amount > 0 && (
          <Button onClick={() => setOpen("take")} aria-expanded={open === "take"}>
            {t("take")}
          </Button>
        )}
        {order.paid_amount > 0 && (
          <Button onClick={() => setOpen("refund")} aria-expanded={open === "refund"}>
            {t("refund")}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() => setOpen(open === "books" ? null : "books")}
          aria-expanded={open === "books"}
        >
          {t("books")}
        </Button>
        <ButtonLink kind="quiet" href={`/ad/payments/?number=${order.number}`}>
          {t("everyTry")}
        </ButtonLink>
      </div>
      {open === "take" && <Take order={order} onDone={done} />}
      {open === "refund" && <GiveBack order={order} onDone={done} />}
      {open === "books" && <Books order={order} zone={zone} />}
    </>
  );
}

function useSending(onDone: () => void) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(work: () => Promise<unknown>, words: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      toast(words);
      onDone();
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, send };
}

/** What was paid in cash or by transfer and is to go back by somebody's hand. */
function ByHand({ order }: { order: Order }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const { busy, problem, send } = useSending(() => undefined);
  const online = ["card", "paypal", "bank_debit"];
  const asked = order.payments
    .filter(({ method }) => !online.includes(method))
    .flatMap(({ refunds }) => refunds.filter(({ state }) => state === "asked"));
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {asked.map((each) => (
        <p key={each.id}>
          {t("toGive", {
            amount: formatMoney({ amount: each.amount, currency: order.currency }, locale, { exact: true }),
          })}{" "}
          <Button busy={busy} onClick={() => void send(() => refundGiven(each.id), t("given"))}>
            {t("giveDone")}
          </Button>
        </p>
      ))}
    </>
  );
}

/** Tips that were given; each goes back whole, by somebody's hand alone. */
function TipsBack({ order }: { order: Order }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const { busy, problem, send } = useSending(() => undefined);
  const [note, setNote] = useState<Record<string, string>>({});
  const given = order.payments.filter(
    ({ tip_id, state, refunds }) =>
      tip_id &&
      state === "captured" &&
      refunds.every((each) => each.why !== "tip" || each.state === "failed"),
  );
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {given.map(({ tip_id: id, tip_amount: amount, tip_for: name }) => (
        <details key={id}>
          <summary>
            {t("tipOf", {
              amount: formatMoney({ amount, currency: order.currency }, locale, { exact: true }),
              name,
            })}
          </summary>
          <div className={styles.form}>
            <TextField
              name={`tip-note-${id}`}
              label={t("note")}
              maxLength={500}
              value={note[id ?? ""] ?? ""}
              onChange={(event) => setNote({ ...note, [id ?? ""]: event.target.value })}
            />
            <div>
              <Button
                kind="danger"
                busy={busy}
                disabled={!note[id ?? ""]?.trim()}
                onClick={() =>
                  void send(() => refundTip(id ?? "", (note[id ?? ""] ?? "").trim()), t("refunded"))
                }
              >
                {t("tipBack")}
              </Button>
            </div>
          </div>
        </details>
      ))}
    </>
  );
}

function Take({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useTranslations("paymentsTeam");
  const tp = useTranslations("payments");
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
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("takeYes")}
        </Button>
      </div>
    </form>
  );
}

function GiveBack({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useTranslations("paymentsTeam");
  const { busy, problem, send } = useSending(onDone);
  const paid = order.lines.filter(({ paid_amount }) => paid_amount > 0);
  const [key] = useState(newIdempotencyKey);
  const [lineId, setLine] = useState(paid[0]?.id ?? "");
  const [typed, setTyped] = useState("");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const amount = minorUnits(typed);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!amount || !note.trim()) return;
        const body = { lines: [{ line_id: lineId, amount }], note: note.trim() };
        void send(() => refund(order.number, body, key), t("refunded"));
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      <SelectField
        name="back-line"
        label={t("line")}
        value={lineId}
        onChange={(event) => setLine(event.target.value)}
      >
        {paid.map((line) => (
          <option key={line.id} value={line.id}>
            {line.name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="back-amount"
        label={t("amountIn", { currency: order.currency })}
        error={tried && !amount ? t("noAmount") : undefined}
        inputMode="decimal"
        size={10}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <TextArea
        name="back-note"
        label={t("note")}
        error={tried && !note.trim() ? t("noNote") : undefined}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button type="submit" kind="danger" busy={busy}>
          {t("refundYes")}
        </Button>
      </div>
    </form>
  );
}

function Books({ order, zone }: Props) {
  const t = useTranslations("paymentsTeam");
  const { data, error } = useQuery({
    queryKey: ["order ledger", order.number, order.paid_amount],
    queryFn: ({ signal }) => orderLedger(order.number, signal),
  });
  if (error) return <ProblemNotice problem={problemOf(error)} />;
  if (data?.length === 0) return <p>{t("noBooks")}</p>;
  return <EntryTable entries={data ?? []} zone={zone} />;
}
