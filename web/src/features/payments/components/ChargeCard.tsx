"use client";
// Charging what the order's customer keeps, once they have said yes to it: which card and how much is read out before it is ticked.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, SelectField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { useToast } from "@/components/ui/Toast";
import type { Order } from "@/features/orders/rules";
import { newIdempotencyKey } from "@/lib/api/browser";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { type CardCharged, chargeKept } from "../api";
import { declineNamed } from "../rules";
import { AskProblem } from "./AskProblem";
import styles from "./payments.module.css";
import { TestNotice } from "./TestNotice";

type Offer = NonNullable<Order["card_offer"]>;
type Props = {
  order: Order;
  offer: Offer;
  /** It is the last there was, and nothing can be charged any more: only what came of it is told. */
  isOver?: boolean;
  onDone: () => void;
  /** A try was answered: what is shown of the order may be of before. */
  onTried?: (() => void) | undefined;
};

const CARD = ["card"];

export function ChargeCard({ order, offer, isOver = false, onDone, onTried }: Props) {
  const t = useTranslations("paymentsTeam.card");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const [wish, setWish] = useState<"due" | "all">("due");
  const [yes, setYes] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState<CardCharged | null>(null);
  const money = (amount: number) =>
    formatMoney({ amount, currency: order.currency }, locale, { exact: true });
  const what = offer.due_amount === 0 ? "all" : wish;
  const amount = what === "due" ? offer.due_amount : offer.owed_amount;
  // The customer said yes to this card and this amount, and to no other that comes in its place.
  const asked = `${amount} ${offer.card}`;
  const agreed = yes === asked;
  const differ = offer.due_amount > 0 && offer.due_amount < offer.owed_amount;

  async function charge() {
    setTried(true);
    if (busy || !agreed) return;
    setBusy(true);
    setProblem(null);
    setTold(null);
    try {
      const body = { what, shown_amount: amount, shown_card: offer.card, agreed: true } as const;
      const answer = await chargeKept(order.number, body, key);
      if (answer.state === "paid") {
        toast(t("paid"));
        onDone();
      } else setTold(answer);
      again();
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      // What was answered is over; where no answer came, the same key asks about the same charge.
      if (found.status > 0 && found.status < 500) again();
    } finally {
      setBusy(false);
    }
  }
  /** Another press is another charge, with another yes. */
  function again() {
    setKey(newIdempotencyKey());
    setYes("");
    setTried(false);
    router.refresh();
    onTried?.();
  }

  const came = (
    <>
      {problem && <AskProblem problem={problem} />}
      {told && <Told told={told} />}
    </>
  );
  if (isOver) return came;
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault();
        void charge();
      }}
    >
      {came}
      <TestNotice methods={CARD} currency={order.currency} />
      {differ && (
        <SelectField
          name="charge-what"
          label={t("what")}
          value={wish}
          onChange={(event) => {
            setWish(event.target.value === "all" ? "all" : "due");
            setYes("");
          }}
        >
          <option value="due">{t("due", { amount: money(offer.due_amount) })}</option>
          <option value="all">{t("all", { amount: money(offer.owed_amount) })}</option>
        </SelectField>
      )}
      <CheckboxField
        name="charge-agreed"
        label={t("agreed", { amount: money(amount), card: offer.card })}
        checked={agreed}
        error={tried && !agreed ? t("notAgreed") : undefined}
        onChange={(event) => setYes(event.target.checked ? asked : "")}
      />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t("charge", { amount: money(amount), card: offer.card })}
        </Button>
      </div>
    </form>
  );
}

/** What came of it where it was no money. */
function Told({ told }: { told: CardCharged }) {
  const t = useTranslations("paymentsTeam.card");
  const tp = useTranslations("payments.charge");
  if (told.state === "failed")
    return (
      <Notice tone="bad" role="alert" title={t("failed", { why: tp(`reason.${declineNamed(told)}`) })}>
        <p>{t("failedText")}</p>
      </Notice>
    );
  const words = told.state === "promised" ? "promised" : told.state === "over" ? "over" : "underWay";
  return (
    <Notice tone="note" role="status">
      <p>{t(words)}</p>
    </Notice>
  );
}

/** That the last charge by hand did not work, for whoever comes to the order after that. */
export function LastDeclined({ offer, zone }: { offer: Offer; zone: string }) {
  const t = useTranslations("paymentsTeam.card");
  const tp = useTranslations("payments.charge");
  const locale = useLocale();
  if (!offer.failed_at) return null;
  const when = `${formatDay(offer.failed_at, zone, locale)}, ${formatTime(offer.failed_at, zone, locale)}`;
  return <p className={styles.note}>{t("last", { when, why: tp(`reason.${declineNamed(offer)}`) })}</p>;
}
