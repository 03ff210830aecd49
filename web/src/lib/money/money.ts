// Money as the API sends it (integer minor units and a currency) and as people read it.
import { intlLocale } from "@/lib/i18n/intl";

export type Money = { amount: number; currency: string };

/** Signs every reader of this currency knows and no other currency here shares; "US$" and "CA$" stay long. */
const ownSign = new Set(["GBP", "EUR", "UAH"]);

/** How many digits stand after the point in this currency: 2 for GBP, 0 for JPY (ISO 4217 by CLDR). */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** "64.05" from 6405: by digits, so that no float ever touches the amount. */
export function decimalString({ amount, currency }: Money): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`An amount is whole minor units, not ${amount}`);
  const digits = minorDigits(currency);
  const sign = amount < 0 ? "-" : "";
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export type MoneyStyle = {
  /** Keep ".00": for columns of figures and invoices. Running text says "£64". */
  exact?: boolean;
};

/** "£64" or "£64.50": always with the currency, in the reader's language. */
export function formatMoney(money: Money, locale: string, { exact = false }: MoneyStyle = {}): string {
  const format = new Intl.NumberFormat(intlLocale(locale), {
    style: "currency",
    currency: money.currency,
    currencyDisplay: ownSign.has(money.currency) ? "narrowSymbol" : "symbol",
    trailingZeroDisplay: exact ? "auto" : "stripIfInteger",
  });
  return format.format(decimalString(money) as Intl.StringNumericLiteral);
}
