// What an entry wishes: the days, the time of day, with whom, where, and what with it.
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/datetime/format";
import { type WaitingEntry, weekdayWords, windowWords } from "../rules";
import styles from "./waiting.module.css";

export function EntryFacts({ entry }: { entry: WaitingEntry }) {
  const t = useTranslations("waiting");
  const locale = useLocale();
  const rows = [
    { label: t("days"), value: windowWords(entry, locale) },
    { label: t("weekdays"), value: weekdayWords(entry.weekdays, locale) },
    { label: t("parts"), value: entry.parts.map((part) => t(`part.${part}`)).join(", ") },
    { label: t("who"), value: entry.staff.map(({ name }) => name).join(", ") || t("anyone") },
    { label: t("where"), value: entry.postcode },
    {
      label: t("extras"),
      value: entry.extras
        .map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name))
        .join(", "),
    },
    { label: t("since"), value: formatDay(entry.joined_at, entry.zone, locale) },
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(
        ({ label, value }) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
