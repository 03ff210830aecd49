"use client";
// Where a transfer is to be sent that an order waits for: the account, the amount, the reference, and until when.
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useReaderZone } from "@/features/booking/components/useWhen";
import type { Order } from "@/features/orders/rules";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import styles from "./payments.module.css";

const PARTS = ["account_name", "sort_code", "account_number", "iban", "bic", "reference"] as const;

type Props = {
  order: Order;
  /** Read out or looked up by the team; `h3`: below a heading of the page. */
  team?: true;
  heading?: "h2" | "h3";
};

export function TransferPanel({ order, team, heading: Heading = "h2" }: Props) {
  const t = useTranslations("payments.transfer");
  const to = useTranslations(team ? "payments.transfer.team" : "payments.transfer");
  const locale = useLocale();
  const zone = useReaderZone("UTC");
  const { transfer } = order;
  if (!transfer) return null;
  const price = formatMoney({ amount: transfer.amount, currency: order.currency }, locale, { exact: true });
  const until = transfer.pay_by;
  return (
    <section className={styles.panel} aria-labelledby={`transfer-${order.number}`}>
      <Heading id={`transfer-${order.number}`}>{to("title", { price })}</Heading>
      {until && (
        <p>{to("text", { day: formatDay(until, zone, locale), time: formatTime(until, zone, locale) })}</p>
      )}
      <dl className={styles.transfer}>
        <Part label={t("amount")} value={price} />
        {PARTS.map(
          (name) => transfer[name] && <Part key={name} label={t(name)} value={transfer[name]} copied />,
        )}
      </dl>
      <p className={styles.note}>{to("exactly")}</p>
    </section>
  );
}

function Part({ label, value, copied: isCopied }: { label: string; value: string; copied?: boolean }) {
  const t = useTranslations("payments.transfer");
  const [done, setDone] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      setDone(false); // not allowed here: it can be read and marked by hand
    }
  }
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span>{value}</span>
        {isCopied && (
          <Button kind="quiet" aria-label={t("copyNamed", { label })} onClick={() => void copy()}>
            {t(done ? "copied" : "copy")}
          </Button>
        )}
      </dd>
    </div>
  );
}
