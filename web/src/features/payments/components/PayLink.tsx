"use client";
// Asking an order's customer to pay: the letter with the link, before it is sent, and the link itself for whoever may hold it.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { CopyText } from "@/features/links/components/CopyText";
import type { Order } from "@/features/orders/rules";
import { newIdempotencyKey } from "@/lib/api/browser";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { copyPaymentLink, sendPaymentLink } from "../api";
import { useSending } from "../hooks";
import { AskProblem } from "./AskProblem";
import styles from "./payments.module.css";

type Link = NonNullable<Order["payment_link"]>;
type Props = { order: Order; link: Link; onDone: () => void };

/** What is sent, to whom and for how much; nothing goes out before it is read. */
export function SendLink({ order, link, onDone }: Props) {
  const t = useTranslations("paymentsTeam.ask");
  const locale = useLocale();
  const { busy, problem, send } = useSending(onDone);
  const [key] = useState(newIdempotencyKey);
  const amount = formatMoney({ amount: link.amount, currency: order.currency }, locale, { exact: true });
  if (!link.to)
    return (
      <Notice tone="warn" title={t("noAddress")}>
        <p>{t(link.can_copy ? "noAddressCopy" : "noAddressText")}</p>
      </Notice>
    );
  return (
    <section className={styles.form} aria-label={t("send")}>
      {problem && <AskProblem problem={problem} />}
      <p>{t(link.is_part ? "previewPart" : "preview", { to: link.to, amount })}</p>
      <div>
        <Button
          kind="main"
          busy={busy}
          onClick={() => void send(() => sendPaymentLink(order.number, key), t("sent", { to: link.to }))}
        >
          {t("sendYes")}
        </Button>
      </div>
    </section>
  );
}

/** The link, once somebody asks for it: they are told what it opens. */
export function CopyLink({ order }: { order: Order }) {
  const t = useTranslations("paymentsTeam.ask");
  const [busy, setBusy] = useState(false);
  const [url, setUrl] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  async function take() {
    setBusy(true);
    setProblem(null);
    try {
      setUrl((await copyPaymentLink(order.number)).url);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <section className={styles.form} aria-label={t("copy")}>
      {problem && <AskProblem problem={problem} />}
      <p>{t("copyText")}</p>
      {url ? (
        <CopyText name={`link-${order.number}`} label={t("link")} copy={t("copy")} text={url} rows={3} />
      ) : (
        <div>
          <Button kind="main" busy={busy} onClick={() => void take()}>
            {t("copyYes")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** When the customer was last asked, and by whom. */
export function LastSent({ link, zone }: { link: Link; zone: string }) {
  const t = useTranslations("paymentsTeam.ask");
  const locale = useLocale();
  if (!link.sent_at) return null;
  const when = `${formatDay(link.sent_at, zone, locale)}, ${formatTime(link.sent_at, zone, locale)}`;
  return (
    <p className={styles.note}>
      {link.sent_by ? t("lastBy", { when, name: link.sent_by }) : t("last", { when })}
    </p>
  );
}
