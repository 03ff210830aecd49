// What an event is about, its plain facts, and each changed field with what it was and what it is.
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/Icon";
import { formatDay, formatTime } from "@/lib/datetime/format";
import { Link } from "@/lib/i18n/navigation";
import { formatMoney } from "@/lib/money/money";
import { type AuditEvent, type Change, type Fact, fieldKey, plainField } from "../rules";
import styles from "./audit.module.css";

export function EventDetails({ event, zone }: { event: AuditEvent; zone: string }) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const { about, facts, changes } = event;
  const currency = facts.find(({ field }) => field === "currency")?.values[0];
  const named = (field: string) => (t.has(fieldKey(field)) ? t(fieldKey(field)) : plainField(field));

  function word(kind: Fact["kind"], value: string): string {
    if (kind === "instant") return `${formatDay(value, zone, locale)}, ${formatTime(value, zone, locale)}`;
    if (kind === "yes_no") return t(value === "yes" ? "yes" : "no");
    if (kind === "amount" && currency)
      return formatMoney({ amount: Number(value), currency }, locale, { exact: true });
    return value;
  }

  const words = (kind: Change["kind"], values: string[]) =>
    values.length === 0 ? t("nothing") : values.map((value) => word(kind, value)).join(", ");

  return (
    <span className={styles.details}>
      {about.length > 0 && (
        <span className={styles.about}>
          {about.map(({ kind, text, key }) => (
            <span key={`${kind}-${key}-${text}`}>
              {kind === "order" ? (
                <Link href={`/ad/orders/${key}/`}>{t("order", { number: text })}</Link>
              ) : (
                <bdi>{text}</bdi>
              )}
            </span>
          ))}
        </span>
      )}
      {facts.length > 0 && (
        <span className={styles.facts}>
          {facts
            .filter(({ field }) => field !== "currency" || !facts.some(({ kind }) => kind === "amount"))
            .map(({ field, kind, values }) => `${named(field)}: ${words(kind, values)}`)
            .join(" · ")}
        </span>
      )}
      {changes.map(({ field, kind, before, after }) => (
        <span key={field} className={styles.change}>
          <span className={styles.field}>{named(field)}</span>
          <span className={styles.was}>
            <span className="visually-hidden">{t("before")}: </span>
            {words(kind, before)}
          </span>
          <Icon name="arrow" size={16} />
          <span>
            <span className="visually-hidden">{t("after")}: </span>
            {words(kind, after)}
          </span>
        </span>
      ))}
    </span>
  );
}
