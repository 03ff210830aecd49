// Entries of the books: what was debited, what was credited, one row for each account.
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/datetime/format";
import { formatMoney } from "@/lib/money/money";
import type { LedgerEntry } from "../rules";
import styles from "./payments.module.css";

export function EntryTable({ entries, zone }: { entries: readonly LedgerEntry[]; zone: string }) {
  const t = useTranslations("paymentsTeam");
  const locale = useLocale();
  const money = (amount: number, currency: string) =>
    amount ? formatMoney({ amount, currency }, locale, { exact: true }) : "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard.
    <section className={styles.books} aria-label={t("books")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("entry")}</th>
            <th scope="col">{t("account")}</th>
            <th scope="col" data-number="">
              {t("debit")}
            </th>
            <th scope="col" data-number="">
              {t("credit")}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.flatMap((entry) =>
            entry.legs.map((leg, index) => (
              <tr key={`${entry.key} ${leg.role} ${leg.holder}`}>
                <td>{index === 0 && `${formatDay(entry.happened_at, zone, locale)} ${entry.kind}`}</td>
                <td>
                  {leg.role}
                  {leg.holder && !leg.holder.includes(":") && ` ${leg.holder}`}
                </td>
                <td data-number="">{money(leg.debit, entry.currency)}</td>
                <td data-number="">{money(leg.credit, entry.currency)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
