// Which regional habits an interface language follows for dates and figures.

/** English here is British: day before month, the 24-hour clock. */
export function intlLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
