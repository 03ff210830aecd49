// How large a file is, in words.
const KILOBYTE = 1000;

/** "240 kB", "1.4 MB": rounded so that a reader knows whether to wait for it. */
export function formatSize(bytes: number, locale: string): string {
  const large = bytes >= KILOBYTE * KILOBYTE;
  const value = large ? bytes / KILOBYTE / KILOBYTE : Math.max(1, Math.round(bytes / KILOBYTE));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: large ? "megabyte" : "kilobyte",
    maximumFractionDigits: large && value < 10 ? 1 : 0,
  }).format(value);
}
