"use client";
// Which dates, which view, whose: everything here stands in the address.
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import { IconButton } from "@/components/ui/IconButton";
import { addDays, addMonths } from "@/lib/datetime/calendar";
import { formatDate, formatMonth, type IsoDate } from "@/lib/datetime/format";
import { type Look, rangeOf, type Staff, VIEWS } from "../rules";
import styles from "./Toolbar.module.css";

type Props = {
  look: Look;
  today: IsoDate;
  everybody: readonly Staff[];
  onChange: (changed: Partial<Look>) => void;
};

export function Toolbar({ look, today, everybody, onChange }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const { view, date } = look;
  const step = (by: 1 | -1) =>
    view === "month" ? addMonths(date, by) : addDays(date, view === "week" ? 7 * by : by);
  const { first, last } = rangeOf(look);
  const title =
    view === "day"
      ? formatDate(date, locale, { weekday: "long", year: true })
      : view === "week"
        ? `${formatDate(first, locale)} – ${formatDate(last, locale, { year: true })}`
        : formatMonth(date, locale);
  return (
    <div className={styles.bar}>
      <div className={styles.steps}>
        <IconButton
          icon="chevronLeft"
          aria-label={t(`previous.${view}`)}
          onClick={() => onChange({ date: step(-1) })}
        />
        <Button onClick={() => onChange({ date: today })}>{t("today")}</Button>
        <IconButton
          icon="chevronRight"
          aria-label={t(`next.${view}`)}
          onClick={() => onChange({ date: step(1) })}
        />
      </div>
      <h2 className={styles.title} aria-live="polite">
        {title}
      </h2>
      <label className={styles.date}>
        <span className="visually-hidden">{t("goTo")}</span>
        <input
          type="date"
          value={date}
          onChange={(event) => event.currentTarget.value && onChange({ date: event.currentTarget.value })}
        />
      </label>
      <fieldset className={styles.views} data-views>
        <legend className="visually-hidden">{t("view")}</legend>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={view === each}
            onClick={() => onChange({ view: each })}
          >
            {t(each)}
          </button>
        ))}
      </fieldset>
      {everybody.length > 1 && <Who look={look} everybody={everybody} onChange={onChange} />}
    </div>
  );
}

function Who({ look, everybody, onChange }: Omit<Props, "today">) {
  const t = useTranslations("calendar");
  const businesses = [...new Set(everybody.map(({ business }) => business))];
  const chosen = new Set(look.staff);
  const listed = everybody.filter(({ business }) => !look.business || business === look.business);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange({ staff: [...next] });
  };
  return (
    <details className={styles.who}>
      <summary>
        <Icon name="person" size={20} />
        {chosen.size > 0 ? t("whoSome", { count: chosen.size }) : t("whoAll")}
      </summary>
      <div className={styles.people}>
        {businesses.length > 1 && (
          <fieldset className={styles.views}>
            <legend className="visually-hidden">{t("business")}</legend>
            {["", ...businesses].map((slug) => (
              <button
                key={slug}
                type="button"
                aria-pressed={look.business === slug}
                onClick={() => onChange({ business: slug, staff: [] })}
              >
                {slug || t("whoAll")}
              </button>
            ))}
          </fieldset>
        )}
        <ul>
          {listed.map(({ id, name }) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} /> {name}
              </label>
            </li>
          ))}
        </ul>
        {chosen.size > 0 && (
          <Button kind="quiet" onClick={() => onChange({ staff: [] })}>
            {t("whoAll")}
          </Button>
        )}
      </div>
    </details>
  );
}
