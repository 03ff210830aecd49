// Documents of an order, each a link to its file, with what it says and how it stands.
import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { Invoice } from "../rules";
import styles from "./invoices.module.css";

export function InvoiceLinks({ invoices, level = 3 }: { invoices: readonly Invoice[]; level?: 2 | 3 }) {
  const t = useTranslations("invoices");
  const locale = useLocale();
  if (invoices.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section className={styles.own}>
      <Heading>{t("heading")}</Heading>
      <ul className={styles.list}>
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <a href={invoice.pdf_url} target="_blank" rel="noopener" className={styles.link}>
              <span>
                <strong>
                  {t(invoice.kind === "credit_note" ? "note" : "invoice", { number: invoice.number })}
                </strong>
                <span className="visually-hidden"> {t("opensPdf")}</span>
              </span>
              <span className={styles.amount}>
                {formatMoney({ amount: invoice.total_amount, currency: invoice.currency }, locale, {
                  exact: true,
                })}
              </span>
              <span className={styles.quiet}>
                {formatDate(invoice.issued_on, locale, { year: true })}
                {invoice.corrects && `, ${t("corrects", { number: invoice.corrects })}`}
              </span>
              {invoice.kind === "invoice" && (
                <span className={invoice.state === "overdue" ? styles.late : styles.quiet}>
                  {t(`state.${invoice.state}`)}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
