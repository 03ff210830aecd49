"use client";
// What will be charged by itself and when, what could not be, and trying it now: for its customer and for the team.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import type { Order } from "@/features/orders/rules";
import type { Reader } from "@/features/subscriptions/rules";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay } from "@/lib/datetime/format";
import { useRouter } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { retryCharge } from "../api";
import { type Charge, chargeNamed, declineNamed } from "../rules";
import styles from "./payments.module.css";

type Props = {
  order: Order;
  zone: string;
  token?: string | undefined;
  /** In whose words. */
  reader: Reader;
  /** Reads the order anew; the page itself where nothing is given. */
  onTried?: () => void;
};

export function Charges({ order, zone, token, reader, onTried }: Props) {
  const t = useTranslations("payments.charge");
  const team = reader === "team";
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const charges = order.charges.filter(({ amount }) => amount > 0);
  if (charges.length === 0) return null;
  async function retry(charge: Charge) {
    if (busy) return;
    setBusy(charge.id);
    setProblem(null);
    try {
      const { state } = await retryCharge(charge.id, token);
      toast(t(state === "paid" ? "retried" : "retriedNot"));
      if (onTried) onTried();
      else router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  }
  return (
    <section className={styles.charges} aria-label={t("title")}>
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.paid}>
        {charges.map((charge) => (
          <li key={charge.id}>
            <Said charge={charge} order={order} zone={zone} reader={reader} />
            {order.charged_by && charge.can_retry && (
              <div className={styles.ways}>
                <Button busy={busy === charge.id} onClick={() => void retry(charge)}>
                  {t(team ? "tryNow" : "tryAgain", { card: order.charged_by })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type SaidProps = Pick<Props, "order" | "zone" | "reader"> & { charge: Charge };

function Said({ charge, order, zone, reader }: SaidProps) {
  const team = reader === "team";
  const t = useTranslations("payments.charge");
  const tp = useTranslations("payments");
  const locale = useLocale();
  const amount = formatMoney({ amount: charge.amount, currency: order.currency }, locale, { exact: true });
  const day = formatDay(charge.next_try_at ?? charge.due_at, zone, locale);
  switch (chargeNamed(charge.state)) {
    case "waiting":
      return (
        <p>
          {order.charged_by
            ? t("waiting", { amount, day, card: order.charged_by })
            : tp(`to.${reader}.noCard`, { amount, day })}
        </p>
      );
    case "trying":
      return <p>{t("trying", { amount })}</p>;
    case "failed":
    case "given_up":
      return (
        <Notice tone="bad" title={t("failedTitle", { amount })}>
          <p>
            {team
              ? t("why", { tries: charge.tries, why: t(`reason.${declineNamed(charge)}`) })
              : tp(`decline.${declineNamed(charge)}`)}
          </p>
          {charge.state === "failed" && <p>{t(team ? "nextTry" : "again", { day })}</p>}
          {charge.state === "given_up" && <p>{t(team ? "noTry" : "givenUp")}</p>}
        </Notice>
      );
  }
}
