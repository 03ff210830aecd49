"use client";
// The money of an order for the team: what came, what is owed, and as far as the reader may: taking a payment, giving back, the books.
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import type { Order } from "@/features/orders/rules";
import { problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { orderLedger, refundGiven, refundTip } from "../api";
import { useSending } from "../hooks";
import { CallOff } from "./CallOff";
import { LastDeclined } from "./ChargeCard";
import { Charges } from "./Charges";
import { CollectButtons, CollectForm, type Collecting } from "./Collect";
import { EntryTable } from "./EntryTable";
import { FailedRefunds } from "./FailedRefunds";
import { GiveBack } from "./GiveBack";
import { PaidList } from "./PaidList";
import { LastSent } from "./PayLink";
import styles from "./payments.module.css";
import { TransferPanel } from "./TransferPanel";

type Props = {
  order: Order;
  zone: string;
  /** Where the reader's list of payments is, if there is one. */
  paymentsPath?: string | undefined;
};

export function OrderMoney({ order, zone, paymentsPath }: Props) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const [open, setOpen] = useState<Collecting | "refund" | "books" | null>(null);
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  const done = () => setOpen(null);
  const link = order.payment_link;
  const card = order.card_offer;
  const waitsUntil = order.state === "placed" && !order.transfer ? order.pay_by : null;
  const isUntouched =
    order.paid_amount === 0 &&
    order.owed_amount === 0 &&
    order.payments.every(({ refunds }) => refunds.length === 0);
  const gives = order.can_refund && order.lines.some(({ ways_back }) => ways_back.length > 0);
  return (
    <>
      {order.is_test && (
        <Notice tone="warn" title={t("testTitle")}>
          <p>{t("testText")}</p>
        </Notice>
      )}
      {isUntouched && <p>{t("untouched")}</p>}
      <PaidList order={order} zone={zone} reader="team" />
      {order.owed_amount > 0 && <p>{t("owed", { amount: money(order.owed_amount) })}</p>}
      <TransferPanel order={order} team heading="h3" />
      {waitsUntil && (
        <p>
          {t("waitsUntil", {
            until: `${formatDay(waitsUntil, zone, locale)}, ${formatTime(waitsUntil, zone, locale)}`,
          })}
        </p>
      )}
      {link && <LastSent link={link} zone={zone} />}
      {card && <LastDeclined offer={card} zone={zone} />}
      <Charges order={order} zone={zone} reader="team" />
      {order.can_refund && <ByHand order={order} />}
      {order.can_refund && <FailedRefunds payments={order.payments} />}
      {order.can_refund && <TipsBack order={order} />}
      <div className={styles.ways}>
        <CollectButtons order={order} open={open} onOpen={setOpen} />
        {gives && (
          <Button onClick={() => setOpen("refund")} aria-expanded={open === "refund"}>
            {t("refund")}
          </Button>
        )}
        {order.can_see_books && (
          <Button
            kind="quiet"
            onClick={() => setOpen(open === "books" ? null : "books")}
            aria-expanded={open === "books"}
          >
            {t("books")}
          </Button>
        )}
        {paymentsPath && (
          <ButtonLink kind="quiet" href={`${paymentsPath}?number=${order.number}`}>
            {t("everyTry")}
          </ButtonLink>
        )}
      </div>
      <CollectForm order={order} open={open} onDone={done} />
      <CallOff order={order} team />
      {open === "refund" && <GiveBack order={order} onDone={done} />}
      {open === "books" && <Books order={order} zone={zone} />}
    </>
  );
}

/** What was paid in cash or by transfer and is to go back by somebody's hand. */
function ByHand({ order }: { order: Order }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const { busy, problem, send } = useSending(() => undefined);
  const asked = order.payments.flatMap(({ refunds }) => refunds.filter(({ is_by_hand }) => is_by_hand));
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

function Books({ order, zone }: { order: Order; zone: string }) {
  const t = useTranslations("paymentsTeam");
  const { data, error } = useQuery({
    queryKey: ["order ledger", order.number, order.paid_amount],
    queryFn: ({ signal }) => orderLedger(order.number, signal),
  });
  if (error) return <ProblemNotice problem={problemOf(error)} />;
  if (data?.length === 0) return <p>{t("noBooks")}</p>;
  return <EntryTable entries={data ?? []} zone={zone} />;
}
