// A customer's statement with a business: what was owed, what happened, what is owed after; and the same as PDF.
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/Notice";
import { PageTitle } from "@/components/ui/PageTitle";
import { loadBusinesses } from "@/features/business/loaders";
import { methodNamed } from "@/features/payments/rules";
import { problemOf } from "@/lib/api/problem";
import { now } from "@/lib/clock";
import { formatDateShort } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import { loadStatement } from "../loaders";
import {
  type Money,
  type Movement,
  moneyNamed,
  movementNamed,
  type Period,
  periodOf,
  type Statement,
  statementHref,
} from "../rules";
import styles from "./invoices.module.css";
import { MoneyField } from "./MoneyField";
import { PeriodForm } from "./PeriodForm";

type Props = {
  customer: string;
  asked: Record<string, string | string[] | undefined>;
  named?: boolean;
};

async function statementOrNone(customer: string, period: Period, money: Money): Promise<Statement | null> {
  try {
    return await loadStatement(customer, period, money);
  } catch (error) {
    if (problemOf(error).code === "period_wrong") return null;
    throw error;
  }
}

/** `named`: the reader is not the customer. */
export async function StatementPage({ customer, asked, named }: Props) {
  const locale = await getLocale();
  const [t, businesses] = await Promise.all([getTranslations("invoices"), loadBusinesses(locale)]);
  const period = periodOf(asked, businesses, now().toISOString().slice(0, 10));
  // Customers are told of real money: which one it is of is a question of whoever sets the product up.
  const money = named ? moneyNamed(String(asked.money ?? "")) : "";
  const found = await statementOrNone(customer, period, money);
  return (
    <>
      <PageTitle
        title={named && found ? t("statementOf", { name: found.customer_name }) : t("statement")}
        lead={t("statementLead")}
      />
      <PeriodForm period={period} businesses={businesses}>
        {named && <MoneyField name="money" value={money} />}
      </PeriodForm>
      {found ? (
        <>
          <Rows found={found} locale={locale} />
          <p>
            <a
              href={statementHref(customer, period, locale, money)}
              target="_blank"
              rel="noopener"
              className={styles.file}
            >
              {t("asPdf")}
            </a>
          </p>
        </>
      ) : (
        <Notice tone="warn" title={t("periodWrong")} />
      )}
    </>
  );
}

async function Rows({ found, locale }: { found: Statement; locale: string }) {
  const [t, tp] = await Promise.all([getTranslations("invoices"), getTranslations("payments")]);
  const money = (amount: number) =>
    formatMoney({ amount, currency: found.currency }, locale, { exact: true });
  const day = (on: string) => formatDateShort(on, locale);
  const how = ({ method, paid_with }: Movement) =>
    method && (paid_with || tp(`method.${methodNamed(method)}`, { method }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard.
    <section className={styles.books} aria-label={t("statement")} tabIndex={0}>
      <table className={styles.statement}>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col" data-number="">
              {t("amount")}
            </th>
            <th scope="col" data-number="">
              {t("owed")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{day(found.first_on)}</td>
            <th scope="row">{t("before")}</th>
            <td />
            <td data-number="">{money(found.opening_amount)}</td>
          </tr>
          {found.movements.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a statement never move.
            <tr key={index}>
              <td>{day(row.on)}</td>
              <td>
                {t(`movement.${movementNamed(row.what)}`)}{" "}
                {row.pdf_url ? (
                  <a href={row.pdf_url} target="_blank" rel="noopener" className={styles.number}>
                    {row.number}
                  </a>
                ) : (
                  <span className={styles.quiet}>{how(row)}</span>
                )}
              </td>
              <td data-number="">{money(row.amount)}</td>
              <td data-number="">{money(row.balance_amount)}</td>
            </tr>
          ))}
          <tr>
            <td>{day(found.last_on)}</td>
            <th scope="row">{t("after")}</th>
            <td />
            <td data-number="">
              <strong>{money(found.closing_amount)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
