"use client";
// Single dates with other hours than the week, or none.
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { CheckboxField, TextField } from "@/components/ui/Field";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useToast } from "@/components/ui/Toast";
import { type Problem, problemOf } from "@/lib/api/problem";
import { formatDate, type IsoDate } from "@/lib/datetime/format";
import { dropOverride, saveOverride } from "../api";
import { clockOf, minutesOf, type Override } from "../rules";
import styles from "./Dates.module.css";

type Props = { staffId: string; overrides: Override[]; today: IsoDate };

export function DateOverrides({ staffId, overrides, today }: Props) {
  const t = useTranslations("areas.hours");
  const locale = useLocale();
  const toast = useToast();
  const [shown, setShown] = useState(overrides);
  const [date, setDate] = useState("");
  const [closed, setClosed] = useState(false);
  const [times, setTimes] = useState({ from: "", until: "" });
  const [missing, setMissing] = useState<{ date?: boolean; times?: boolean }>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(action: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  function save(event: FormEvent) {
    event.preventDefault();
    const minutes = minutesOf(times);
    setMissing({ date: date === "", times: !closed && !minutes });
    if (busy || date === "" || (!closed && !minutes)) return;
    attempt(async () => {
      const row = await saveOverride(staffId, date, closed || !minutes ? [] : [minutes]);
      setShown((now) =>
        [...now.filter((other) => other.on_date !== row.on_date), row].sort((one, other) =>
          one.on_date.localeCompare(other.on_date),
        ),
      );
      toast(t("overrideSaved", { day: formatDate(row.on_date, locale) }));
      setDate("");
      setTimes({ from: "", until: "" });
      setClosed(false);
    });
  }

  const drop = (row: Override) =>
    attempt(async () => {
      await dropOverride(staffId, row.on_date);
      setShown((now) => now.filter((other) => other !== row));
      toast(t("overrideSaved", { day: formatDate(row.on_date, locale) }), {
        undo: () => attempt(async () => setShown(await restored(row))),
      });
    });

  async function restored(row: Override): Promise<Override[]> {
    await saveOverride(staffId, row.on_date, row.spans as [number, number][]);
    return [...shown.filter((other) => other.on_date !== row.on_date), row].sort((one, other) =>
      one.on_date.localeCompare(other.on_date),
    );
  }

  return (
    <section className={styles.section} aria-labelledby="overrides">
      <h2 id="overrides">{t("overridesTitle")}</h2>
      <p className={styles.lead}>{t("overridesText")}</p>
      {problem && <ProblemNotice problem={problem} />}
      {shown.length === 0 ? (
        <p className={styles.none}>{t("overridesNone")}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((row) => (
            <li key={row.on_date} className={styles.row}>
              <span>
                <strong>{formatDate(row.on_date, locale, { year: true })}</strong>
                {": "}
                {row.spans.length === 0
                  ? t("overrideClosed")
                  : row.spans.map(([start = 0, end = 0]) => `${clockOf(start)}–${clockOf(end)}`).join(", ")}
              </span>
              <Button
                kind="quiet"
                busy={busy}
                aria-label={t("overrideDropOn", { day: formatDate(row.on_date, locale) })}
                onClick={() => drop(row)}
              >
                {t("overrideDrop")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form noValidate onSubmit={save} className={styles.form}>
        <TextField
          name="override-date"
          type="date"
          size={10}
          min={today}
          label={t("date")}
          value={date}
          error={missing.date && date === "" ? t("dateMissing") : undefined}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <CheckboxField
          name="override-closed"
          label={t("closed")}
          checked={closed}
          onChange={(event) => setClosed(event.currentTarget.checked)}
        />
        {!closed && (
          <div className={styles.pair}>
            <TextField
              name="override-from"
              type="time"
              size={10}
              label={t("overrideFrom")}
              value={times.from}
              error={missing.times && !minutesOf(times) ? t("timesMissing") : undefined}
              onChange={(event) => setTimes({ ...times, from: event.currentTarget.value })}
            />
            <TextField
              name="override-until"
              type="time"
              size={10}
              label={t("overrideUntil")}
              value={times.until}
              onChange={(event) => setTimes({ ...times, until: event.currentTarget.value })}
            />
          </div>
        )}
        <Button type="submit" busy={busy}>
          {t("overrideSave")}
        </Button>
      </form>
    </section>
  );
}
